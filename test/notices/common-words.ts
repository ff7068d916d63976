/** What nearly every letter to a resident says. */
export const ombudsman =
  'Housing Ombudsman Service, www.housing-ombudsman.org.uk, phone 0300 111 3000, PO Box 1484, Unit D, Preston PR2 0ET';
export const contact = ['01632 960101', 'complaints@larkfield-homes.example'];
export const disagree = 'If you do not agree';
