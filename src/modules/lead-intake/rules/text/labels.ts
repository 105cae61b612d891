import { oneOf } from '../pattern.js';

export type LabelField =
  | 'name'
  | 'firstName'
  | 'lastName'
  | 'email'
  | 'phone'
  | 'fax'
  | 'company'
  | 'jobTitle'
  | 'budget'
  | 'closeDate'
  | 'projectType'
  | 'source'
  | 'website'
  | 'message'
  | 'other';

/** A value after a label, such as "Budget: 10k". `start` and `end` are the bounds of the value, which may be empty. */
export interface LabelledValue {
  readonly field: LabelField;
  readonly labelStart: number;
  readonly start: number;
  readonly end: number;
}

/** Labels by field, separated by `|`. */
const LABELS: Readonly<Record<LabelField, string>> = {
  name: `
    name | full name | your name | contact name | contact | contact person | vollständiger name | ansprechpartner |
    ansprechpartnerin | kontakt | nom et prénom | nom complet | nombre completo | nombre y apellidos | contacto |
    imię i nazwisko | osoba kontaktowa | 姓名 | nome | naam | ihr name`,
  firstName: `
    first name | given name | firstname | vorname | prénom | nombre | imię | voornaam`,
  lastName: `
    last name | surname | family name | lastname | nachname | familienname | nom | nom de famille | apellido |
    apellidos | nazwisko | achternaam`,
  email: `
    email | e-mail | e-mail address | email address | mail | e-mail-adresse | courriel | adresse e-mail |
    adresse email | correo | correo electrónico | adres e-mail | adres email | 邮箱`,
  phone: `
    phone | phone number | telephone | tel | tel. | mobile | mobile phone | cell | cell phone | mob | mob. | direct |
    office | telefon | telefonnummer | handy | mobil | fon | rufnummer | téléphone | tél | tél. | portable |
    teléfono | móvil | telefono | numer telefonu | kom. | komórka | whatsapp | 电话 | m | t | p`,
  fax: `
    fax | telefax | télécopie | faks | f`,
  company: `
    company | company name | organisation | organization | business | employer | firma | unternehmen | firmenname |
    société | entreprise | raison sociale | empresa | compañía | nazwa firmy | azienda | bedrijf | 公司`,
  jobTitle: `
    job title | title | position | role | funktion | stelle | rolle | poste | fonction | cargo | puesto | stanowisko |
    job`,
  budget: `
    budget | budget range | estimated budget | our budget | max budget | total budget | value | estimated value |
    deal value | deal size | price range | budgetrahmen | kostenrahmen | volumen | auftragswert | budget prévu |
    montant | presupuesto | presupuesto aproximado | importe | budżet | kwota | 预算`,
  closeDate: `
    deadline | timeline | timeframe | time frame | close date | expected close | expected close date | closing date |
    start date | go-live | launch | launch date | due | due date | termin | frist | zeitrahmen | fertigstellung |
    fertigstellung bis | échéance | délai | date souhaitée | plazo | fecha límite | fecha de entrega |
    termin realizacji`,
  projectType: `
    project | project type | type of project | service | services | interested in | interest | projekt | projektart |
    leistung | interesse | projet | type de projet | prestation | proyecto | tipo de proyecto | servicio |
    rodzaj projektu | usługa`,
  source: `
    source | lead source | how did you hear about us | how did you hear about us? | how did you find us |
    how did you find us? | heard about us | referred by | referrer | quelle | wie haben sie von uns erfahren |
    wie haben sie von uns erfahren? | comment nous avez-vous connus | comment nous avez-vous connus ? | origine |
    fuente | cómo nos conoció | źródło | skąd państwo o nas wiedzą`,
  website: `
    website | web site | web | url | homepage | webseite | internet | site | site web | site internet | sitio web |
    página web | strona | strona www | www | 网站`,
  message: `
    message | your message | comment | comments | notes | note | description | details | project details | enquiry |
    inquiry | nachricht | ihre nachricht | anfrage | bemerkung | beschreibung | votre message | commentaire |
    demande | mensaje | comentarios | consulta | wiadomość | treść | opis | 留言`,
  other: `
    address | adresse | street | city | country | zip | vat | vat id | ust-idnr | ust-idnr. | ust-id | nip | regon |
    krs | iban | bic | order | order no | order number | invoice | invoice no | rechnung | kundennummer |
    customer no | siret | tva | ort | stadt | ville | ciudad | miasto | status | priority | assigned to | skype |
    linkedin | registration | hrb`,
};

const labelsIn = (text: string): string[] => text.split('|').map((label) => label.trim());
const FIELD_OF = new Map<string, LabelField>(
  Object.entries(LABELS).flatMap(([field, labels]) =>
    labelsIn(labels).map((label) => [label, field as LabelField] as const),
  ),
);

const escaped = [...FIELD_OF.keys()].map((label) => label.replace(/[.?]/g, '\\$&').replaceAll(' ', '\\s'));
const LABEL = new RegExp(
  `(?<![\\p{L}\\p{N}-])\\*{0,2}(${oneOf(escaped)})\\*{0,2}(?:\\s?:\\*{0,2}|\\t|\\s=\\s)[ \\t]?`,
  'giu',
);

/** Characters that can precede a label on the same line. */
const OPENS_LABEL = /(?:^|[\n,;|.!•·*>(\-–]\s?|\t)$/;

export function labelledValues(text: string): LabelledValue[] {
  const openings = labelOpenings(text);
  return openings.map((one, index) => {
    const next = openings[index + 1]?.labelStart ?? text.length;
    return { ...one, ...valueBounds(text, one.start, next) };
  });
}

function labelOpenings(text: string): LabelledValue[] {
  const openings: LabelledValue[] = [];
  for (const match of text.matchAll(LABEL)) {
    const field = FIELD_OF.get((match[1] ?? '').toLowerCase().replace(/\s/g, ' '));
    const start = match.index + match[0].length;
    const before = text.slice(Math.max(0, match.index - 3), match.index);
    const previous = openings.at(-1)?.start;
    const sameLine =
      previous !== undefined &&
      text.slice(previous, match.index).length < 120 &&
      !text.slice(previous, match.index).includes('\n');
    if (field && (sameLine || OPENS_LABEL.test(before)))
      openings.push({ field, labelStart: match.index, start, end: start });
  }
  return openings;
}

/** The value can be on the line below its label, as in many web forms. */
function valueBounds(text: string, from: number, next: number): { start: number; end: number } {
  let start = from;
  if (text.charAt(start) === '\n' && start + 1 < next) start += 1;
  const lineEnd = text.indexOf('\n', start);
  let end = Math.min(next, lineEnd < 0 ? text.length : lineEnd);
  if (end < start) end = start;
  while (end > start && /[\s,;|*•·(–-]/.test(text.charAt(end - 1))) end -= 1;
  return { start, end };
}
