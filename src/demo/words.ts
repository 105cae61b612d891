export const FIRST_NAMES = (
  'Anna Peter Maria Thomas Laura Michael Julia Stefan Sarah Andreas Lena Martin Sophie Daniel Emma Markus ' +
  'Hannah Christian Lea Alexander Nina Sebastian Clara Tobias Eva Florian Marie Jan Katharina Felix Lisa Paul ' +
  'Mia Lukas Ida David Olga Simon Elif Jonas Carmen Ahmed Ines Marco Greta Pavel Ruth Yusuf Zoe Bruno Ada Viktor ' +
  'Noor Oskar Uma Quentin Xenia Ivo Wanda Rafael'
).split(' ');
export const LAST_NAMES = (
  'Abel Albrecht Arslan Bachmann Bauer Becker Berger Bianchi Brandt Brown Busch Carter Castillo Clarke Costa ' +
  'Dahl Demir Dietrich Dubois Ebert Engel Evans Falk Fischer Fontana Fournier Frank Garcia Geller Graf Green ' +
  'Haas Hansen Hartmann Herrmann Hill Hoffmann Horvat Huber Ivanova Jansen Johnson Jung Kaiser Keller King Klein ' +
  'Koch Kowalski Kraus Lambert Lang Larsen Lehmann Lewis Lindner Lopez Ludwig Maier Martinez Mayer Meyer Moreau ' +
  'Moser Neumann Nowak Olsen Otto Petrov Pohl Popescu Reuter Richter Riedl Romano Rossi Roth Santos Schmid ' +
  'Schreiber Schulz Seidel Silva Sommer Stein Svensson Szabo Taylor Thompson Turner Vogel Wagner Walker Weber ' +
  'Werner White Winkler Wolf Yilmaz Zimmer'
).split(' ');
export const HOUSES = (
  'Alpen Anker Atlas Aurora Balt Bergland Birken Blue Boreal Bridge Cedar Clear Coast Copper Delta Donau Eagle ' +
  'East Elb Falcon Forest Fjord Gold Granite Green Hanse Harbour Hill Horizon Iron Island Jade Juniper Kestrel ' +
  'Kolb Lake Lark Lime Linden Lumen Main Maple Meridian Mill Mond Moor Neckar Nord Oak Ocean Opal Orion Peak ' +
  'Pine Polar Quarz Rhein River Rosen Saar Sage Silver Sonnen Spree Star Stone Summit Sund Swift Tal Terra Tide ' +
  'Timber Vector Vista Wald Weser West Willow Wind Zenith'
).split(' ');
export const TRADES = [
  'Logistics',
  'Systems',
  'Foods',
  'Energy',
  'Medical',
  'Textiles',
  'Software',
  'Machines',
  'Print',
  'Consulting',
  'Robotics',
  'Furniture',
  'Optics',
  'Chemicals',
  'Travel',
  'Media',
  'Bikes',
  'Brewing',
  'Packaging',
  'Labs',
  'Tools',
  'Interiors',
  'Finance',
  'Paper',
  'Solar',
];
export const DEMO_FORMS = ['GmbH', 'AG', 'Ltd', 'SE', 'Inc', 'BV', 'KG', 'SARL'];
export const INDUSTRIES = [
  'Software',
  'Manufacturing',
  'Logistics',
  'Healthcare',
  'Retail',
  'Energy',
  'Education',
  'Finance',
  'Hospitality',
  'Media',
];
export const CITIES = [
  ['Berlin', 'DE'],
  ['Hamburg', 'DE'],
  ['Munich', 'DE'],
  ['Vienna', 'AT'],
  ['Zurich', 'CH'],
  ['Amsterdam', 'NL'],
  ['Copenhagen', 'DK'],
  ['Paris', 'FR'],
  ['London', 'GB'],
  ['Milan', 'IT'],
] as const;
export const JOBS = [
  'Managing Director',
  'Head of Purchasing',
  'Head of IT',
  'Office Manager',
  'CTO',
  'Founder',
  'Marketing Manager',
  'Operations Manager',
  'Buyer',
  'Engineer',
  'CFO',
];
export const DEPARTMENTS = ['Management', 'Purchasing', 'IT', 'Marketing', 'Operations'];
export const PROJECTS = [
  'website',
  'online shop',
  'app',
  'migration',
  'audit',
  'support contract',
  'workshop',
  'integration',
];
export const SOURCES = [
  'website',
  'website',
  'website',
  'referral',
  'referral',
  'linkedin',
  'google-ads',
  'event',
  'partner',
  'newsletter',
  'cold-call',
];
export const DEMO_CONTACT_SOURCES = [
  'website',
  'referral',
  'linkedin',
  'cold_email',
  'trade_show',
  'social_media',
  'other',
];
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
  'vip',
  'startup',
];
export const REGIONS = ['north', 'south', 'east', 'west'];
export const MESSAGES = [
  'We are looking for a partner for our new online shop and would like an offer.',
  'Please call us back this week.',
  'Our contract runs out in spring, so we compare vendors now.',
  'About 40 people would work with it, in three offices.',
  'We saw you at the fair and liked what we heard about the interfaces.',
  'Is there a version that runs on our own servers?',
  'Our budget is fixed until the end of the year.',
  'Could you send references from our industry?',
];
export const NOTES = [
  'Wants to see a demo before deciding.',
  'The board decides next month.',
  'Happy with us so far, asks about more seats.',
  'Price is the open question.',
  'Compares us with two others.',
  'Prefers to be called in the morning.',
];
export const LOST_REASONS = [
  'Too expensive',
  'Chose a competitor',
  'No budget this year',
  'Project was stopped',
  'No answer any more',
];
export const WON_REASONS = ['Best fit', 'Good references', 'Price', 'Quick start'];
/** Activities by type: subjects and outcomes. */
export const DOINGS: Readonly<
  Record<string, { readonly subjects: readonly string[]; readonly outcomes: readonly string[] }>
> = {
  call: {
    subjects: ['Call back', 'First call', 'Call about the offer', 'Ask for a decision'],
    outcomes: ['Reached, next steps agreed', 'Left a message', 'Wants a new offer'],
  },
  email: {
    subjects: ['Sent the offer', 'Answered questions about security', 'Sent references', 'Follow-up by mail'],
    outcomes: ['Answered', 'No answer yet'],
  },
  meeting: {
    subjects: ['Demo for the team', 'Workshop on requirements', 'Contract talks', 'Quarterly review'],
    outcomes: ['Went well', 'Another meeting is needed'],
  },
  task: {
    subjects: ['Prepare the offer', 'Check the contract', 'Update the forecast', 'Send the brochure'],
    outcomes: ['Done'],
  },
  note: { subjects: ['Note'], outcomes: ['Noted'] },
  deadline: { subjects: ['Offer ends', 'Tender closes'], outcomes: ['Met'] },
};
