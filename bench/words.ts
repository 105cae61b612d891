/** Most frequent first: the generator prefers the start of the list. */
export const FIRST = (
  'Anna Peter Maria Thomas Laura Michael Julia Stefan Sarah Andreas Lena Martin Sophie Daniel Emma Markus ' +
  'Hannah Christian Lea Alexander Nina Sebastian Clara Tobias Eva Florian Marie Jan Katharina Felix Lisa Paul ' +
  'Mia Lukas Ida David Olga Simon Elif Jonas Carmen Ahmed Ines Marco Greta Pavel Ruth Yusuf Zoe Bruno Ada Viktor ' +
  'Noor Oskar Uma Quentin Xenia Ivo Wanda Rafael'
).split(' ');
export const SYLLABLES = (
  'ba ber bor cal cor dan del dor el fen for gar gel hal hem ing jor kal ker lan lor mar mel mon nar nel nor ol ' +
  'per ral rin ros sal sel tam ter tor val ver vin wal wen zor'
).split(' ');
export const FORMS = ['GmbH', 'Ltd', 'AG', 'Inc', 'SE', 'e.K.', 'KG', 'LLC', 'BV', 'SARL'];
export const STATUSES = weighted({ new: 35, contacted: 25, qualified: 15, lost: 10, proposal: 8, won: 7 });
export const SOURCES = weighted({
  website: 40,
  referral: 15,
  linkedin: 12,
  'google-ads': 12,
  event: 6,
  'cold-call': 5,
  partner: 4,
  newsletter: 3,
  import: 2,
  chat: 1,
});
export const TITLES = [
  'Managing Director',
  'Head of Sales',
  'Buyer',
  'Head of IT',
  'Office Manager',
  'CTO',
  'Founder',
  'Marketing Manager',
  'Consultant',
  'Engineer',
];
export const PROJECTS = ['website', 'shop', 'app', 'migration', 'audit', 'support'];
export const TAGS = [
  'inbound',
  'newsletter',
  'priority',
  'reseller',
  'trial',
  'event-2026',
  'public-sector',
  'agency',
  'export',
  'callback',
  'vip',
  'startup',
];
export const SENTENCES = [
  'We are looking for a partner for our new online shop and would like an offer.',
  'Please call us back this week.',
  'Our contract runs out in spring, so we compare vendors now.',
  'About 40 people would work with it, in three offices.',
  'We saw you at the fair and liked what we heard about the interfaces.',
  'Is there a version that runs on our own servers?',
  'Our budget is fixed until the end of the year.',
  'Thank you for the quick answer on the phone.',
];

/** Returns a list of a hundred words, each repeated by its share in percent. */
function weighted(shares: Readonly<Record<string, number>>): string[] {
  return Object.entries(shares).flatMap(([word, share]) => Array<string>(share).fill(word));
}
