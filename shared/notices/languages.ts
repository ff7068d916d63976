import { isLanguage, type Language, languageNames } from '../domain/languages.ts';

export { isLanguage, type Language, languageNames };

interface Spoken {
  isRightToLeft?: true;
  /** what the message is about, and how to get an interpreter */
  offer: (phone: string) => string;
}

/** What goes before an English notice to somebody who reads another language, in that language. */
const spoken: Record<Language, Spoken> = {
  ar: {
    isRightToLeft: true,
    offer: (phone) => `هذه الرسالة بخصوص شكواك. اتصل بالرقم ${phone} واطلب مترجمًا فوريًا.`,
  },
  bg: { offer: (phone) => `Това е относно Вашата жалба. Обадете се на ${phone} и поискайте преводач.` },
  bn: { offer: (phone) => `এটি আপনার অভিযোগের বিষয়ে। ${phone} নম্বরে ফোন করুন এবং একজন দোভাষী চান।` },
  cy: { offer: (phone) => `Mae hyn am eich cwyn. Ffoniwch ${phone} a gofynnwch am gyfieithydd.` },
  es: { offer: (phone) => `Esto trata de su queja. Llame al ${phone} y pida un intérprete.` },
  fa: {
    isRightToLeft: true,
    offer: (phone) => `این پیام درباره شکایت شما است. با شماره ${phone} تماس بگیرید و مترجم بخواهید.`,
  },
  fr: { offer: (phone) => `Ceci concerne votre réclamation. Appelez le ${phone} et demandez un interprète.` },
  gu: { offer: (phone) => `આ તમારી ફરિયાદ વિશે છે. ${phone} પર ફોન કરો અને દુભાષિયા માટે કહો.` },
  hi: { offer: (phone) => `यह आपकी शिकायत के बारे में है। ${phone} पर फ़ोन करें और दुभाषिया माँगें।` },
  lt: { offer: (phone) => `Tai apie Jūsų skundą. Skambinkite ${phone} ir paprašykite vertėjo žodžiu.` },
  pa: { offer: (phone) => `ਇਹ ਤੁਹਾਡੀ ਸ਼ਿਕਾਇਤ ਬਾਰੇ ਹੈ। ${phone} ਉੱਤੇ ਫ਼ੋਨ ਕਰੋ ਅਤੇ ਦੁਭਾਸ਼ੀਏ ਦੀ ਮੰਗ ਕਰੋ।` },
  pl: {
    offer: (phone) =>
      `Ta wiadomość dotyczy Pani lub Pana skargi. Prosimy zadzwonić pod numer ${phone} i poprosić o tłumacza.`,
  },
  pt: { offer: (phone) => `Isto é sobre a sua reclamação. Ligue para ${phone} e peça um intérprete.` },
  ro: {
    offer: (phone) =>
      `Acest mesaj este despre plângerea dumneavoastră. Sunați la ${phone} și cereți un interpret.`,
  },
  so: { offer: (phone) => `Tani waxay ku saabsan tahay cabashadaada. Wac ${phone} oo weydiiso turjubaan.` },
  tr: { offer: (phone) => `Bu, şikâyetinizle ilgilidir. ${phone} numarasını arayın ve tercüman isteyin.` },
  uk: {
    offer: (phone) =>
      `Це стосується вашої скарги. Зателефонуйте за номером ${phone} і попросіть перекладача.`,
  },
  ur: {
    isRightToLeft: true,
    offer: (phone) => `یہ آپ کی شکایت کے بارے میں ہے۔ ${phone} پر فون کریں اور ترجمان کے لیے کہیں۔`,
  },
  'zh-Hans': { offer: (phone) => `这封信与您的投诉有关。请致电 ${phone}，并要求提供口译员。` },
};

export function isRightToLeft(language: Language): boolean {
  return spoken[language].isRightToLeft ?? false;
}

/** In that language: what the message is about, and how to get an interpreter. */
export function offerInterpreter(language: Language, phone: string): string {
  // Among words written from right to left the groups of a number would change places: it is set apart (UAX 9, LRI and PDI).
  return spoken[language].offer(isRightToLeft(language) ? `\u2066${phone}\u2069` : phone);
}
