import { BOUNDARY_AFTER } from '../pattern.js';

/** Legal forms of companies. Case-sensitive, because "as" and "sa" are also words. */
export const LEGAL_FORM =
  `(?:GmbH(?:\\s&\\sCo\\.?\\s?KG(?:aA)?)?|gGmbH|mbH|AG(?:\\s&\\sCo\\.?\\s?KG)?|KGaA|KG|OHG|GbR|UG(?:\\s\\(haftungsbeschränkt\\))?|e\\.\\s?K\\.|e\\.\\s?V\\.|SE` +
  `|Pty\\.?\\sLtd\\.?|Pvt\\.?\\sLtd\\.?|Co\\.,?\\sLtd\\.?|Ltd\\.?|Limited|LTD|LLC|L\\.L\\.C\\.|LLP|PLC|plc|Inc\\.?|INC|Incorporated|Corp\\.?|Corporation` +
  `|S\\.A\\.S\\.?|SAS|SASU|SARL|S\\.à\\s?r\\.l\\.|EURL|S\\.A\\.(?:\\sde\\sC\\.V\\.)?|SA|S\\.L\\.U?\\.?|SL|SLU|S\\.r\\.l\\.|SRL|Srl|S\\.p\\.A\\.|SpA` +
  `|B\\.V\\.|BV|N\\.V\\.|NV|Oyj?|AB|ApS|A/S|AS|ASA|[Ss]p\\.\\s?z\\s?o\\.\\s?o\\.(?:\\ssp\\.\\s?k\\.)?|sp\\.\\s?j\\.|s\\.r\\.o\\.|a\\.s\\.|Kft\\.?|Zrt\\.?|d\\.o\\.o\\.|OÜ|UAB|SIA|Lda\\.?|Ltda\\.?|Group|Holding|(?:&|and)\\sCo\\.?(?!\\.?\\s?KG))${BOUNDARY_AFTER}`;

const ENDS_IN_LEGAL_FORM = new RegExp(`(?<![\\p{L}\\p{N}])${LEGAL_FORM}`, 'u');
const EAST_ASIAN = /有限公司|株式会社|주식회사/;

export function hasLegalSuffix(words: string): boolean {
  return ENDS_IN_LEGAL_FORM.test(words) || EAST_ASIAN.test(words);
}
