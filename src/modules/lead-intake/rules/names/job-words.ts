import { BOUNDARY_AFTER, BOUNDARY_BEFORE } from '../pattern.js';

const AREA =
  '(?:Marketing|Sales|Product|Project|Programme|Program|IT|Office|Operations|Account|Procurement|Purchasing|HR|Finance|Business|Brand|Digital|Technical|Creative|Art|Store|General|Managing|Regional|Commercial|Key|Customer|Success|Growth|Content|Engineering|Software|Data|E-commerce|Ecommerce|Development|Communications|Executive|Personal|Web|Frontend|Backend|Solutions|Event|Supply|Chain)';
const RANK = '(?:Senior|Junior|Lead|Chief|Deputy|Global|Vice|Assistant|Associate)';
const NOUN =
  '(?:Manager(?:in)?|Director|Lead|Officer|Executive|Engineer|Developer|Architect|Consultant|Analyst|Designer|Assistant|Buyer|Specialist|Coordinator|President|Administrator|Strategist|Partner|Representative)';
/** Sticky and case-sensitive: matches "Head of Marketing & Sales", but not "head of marketing and need". */
const TITLE_TAIL =
  /(?: (?:&|and|und|et|y|de|des|du|la|i) \p{Lu}[\p{L}&-]{1,25}| (?!We |I |I'm |My |Our )\p{Lu}[\p{L}&-]{1,25}){0,2}/uy;
const HAS_AREA = / (?:of|for|des|der|de|du|działu|ds\.) ?\p{Lu}|^(?:S?VP|Leiter(?:in)?) \p{Lu}/u;

const JOB = [
  `(?:Co-?)?(?:CEO|CTO|CFO|COO|CMO|CIO|CISO|CPO|PDG|DSI)(?:\\s(?:&|and|/)\\s(?:Co-?)?(?:Founder|Owner|CTO|CEO))?`,
  `(?:Co-?)?(?:Founder|Owner)(?:\\s(?:&|and)\\s(?:CEO|CTO|Managing\\sDirector))?`,
  `(?:S?VP|Vice\\sPresident|Head|Director|Chief|Leiter(?:in)?|Responsable|Chef(?:fe)?|Directeur|Directrice|Jefe|Jefa|Directora?|Kierownik|Dyrektor|Kierowniczka)\\s(?:of|for|des|der|de\\s(?:la\\s)?|du|d'|ds\\.|działu)\\s?[\\p{L}&-]{2,25}`,
  `(?:S?VP|Leiter(?:in)?|Dyrektor|Director(?:a)?|Kierownik|Directeur|Directrice)\\s\\p{L}[\\p{L}&-]{1,25}`,
  `(?:${RANK}\\s){0,2}(?:${AREA}\\s){1,3}${NOUN}`,
  `(?:${RANK}\\s){1,2}${NOUN}`,
  '(?:geschäftsführende[rn]?\\s)?(?:Geschäftsführer(?:in)?|Gesellschafter(?:in)?|Inhaber(?:in)?|Prokurist(?:in)?|Vorstand|Geschäftsleitung)',
  '(?:Marketing|Vertriebs|Projekt|IT-|Einkaufs|Abteilungs|Team|Personal|Bereichs|Produkt|Filial)leiter(?:in)?',
  'Einkäufer(?:in)?|Projektmanager(?:in)?|Produktmanager(?:in)?|Assistenz\\sder\\sGeschäftsführung',
  'Gérante?|Président(?:e)?|Fondat(?:eur|rice)|Acheteu(?:r|se)',
  'Gerente|Fundadora?|Propietari[oa]|Director(?:a)?',
  'Prezes(?:\\sZarządu)?|Właściciel(?:ka)?|Specjalista|Współwłaściciel|Dyrektor',
  'Principal|Freelancer|Managing\\sPartner|(?:office|marketing|sales|project|product)\\s(?:manager|director|lead)',
].join('|');

/** A job title in English, German, French, Spanish or Polish. Used with the flag `i`. */
export const JOB_TITLE = `${BOUNDARY_BEFORE}(?:${JOB})${BOUNDARY_AFTER}`;

const ANY_JOB = new RegExp(JOB_TITLE, 'iu');

export function hasJobTitle(words: string): boolean {
  return ANY_JOB.test(words);
}

/** Returns the end of a title, including a longer area of work, such as "Head of Supply Chain". */
export function titleEnd(text: string, start: number, title: string): number {
  if (!HAS_AREA.test(title)) return start + title.length;
  TITLE_TAIL.lastIndex = start + title.length;
  return start + title.length + (TITLE_TAIL.exec(text)?.[0].length ?? 0);
}
