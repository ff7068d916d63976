/** The postcode within what somebody wrote as an address, in capitals and without its space. */
export function postcodeOf(address: string): string | undefined {
  const found = postcode.exec(address.toUpperCase());
  return found ? `${found[1]}${found[2]}` : undefined;
}

/** What is left of an address without it. */
export function withoutPostcode(address: string): string {
  return address.toUpperCase().replace(postcode, ' ');
}

const postcode = /\b([A-Z]{1,2}\d[A-Z\d]?) ?(\d[A-Z]{2})\b/;
