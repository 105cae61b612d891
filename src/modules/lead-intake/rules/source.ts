import { BOUNDARY_AFTER, BOUNDARY_BEFORE, type ParserMatch } from './pattern.js';
import { labelled, type EmailBody } from './text/email-body.js';

const FOUND =
  '(?:found|find|saw|seen|discovered|came across|heard|read|stumbled|gefunden|gesehen|gelesen|gehört|entdeckt|aufmerksam|gestoßen|trouvée?s?|découverts?|vue?s?|connue?s?|encontr\\p{L}{1,4}|conoc\\p{L}{1,4}|vimos|vi|znalaz\\p{L}{1,5}|trafi\\p{L}{1,5}|dowiedzi\\p{L}{1,5})';
const THROUGH =
  '(?:via|through|per|über|durch|auf|bei|on|from|thanks to|dank|grâce à|sur|par|en|por|a través de|przez|z|na)';
const YOU = '(?:you|your|sie|euch|ihre?|eure|vous|votre|os|los|ustedes|su|państwa|was|wasz\\p{L}{0,3})';

const CHANNELS: readonly (readonly [source: string, words: string])[] = [
  ['google', 'google|google-suche|google\\ssearch|googled'],
  ['linkedin', 'linked-?in\\p{L}{0,2}'],
  ['facebook', 'facebook\\p{L}{0,2}'],
  ['instagram', 'instagram\\p{L}{0,2}'],
  ['xing', 'xing'],
  ['youtube', 'youtube'],
  ['clutch', 'clutch'],
  ['twitter', 'twitter'],
  ['tiktok', 'tiktok'],
  ['bing', 'bing'],
  ['trade fair', 'trade\\s(?:fair|show)|expo|messe|salon|foire|feria|targ(?:i|ach)'],
  ['conference', 'conference|konferenz|meetup|conférence|conferencia|konferencj\\p{L}{1,2}'],
  ['webinar', 'webinar\\p{L}{0,2}'],
  ['podcast', 'podcast\\p{L}{0,2}'],
  ['newsletter', 'newsletter\\p{L}{0,2}'],
  ['blog', 'blog\\p{L}{0,2}'],
  ['advertisement', 'advert(?:isement|ising)?|ad|anzeige|werbung|publicité|anuncio|reklam\\p{L}{1,2}'],
  [
    'referral',
    'friends?|colleagues?|freunde?|kollegen|kollegin|bekannte|amie?|collègue|amigo|compañero|znajom\\p{L}{2,3}|recommendation|empfehlung',
  ],
];
/** One alternation of all channels, because one pattern per channel would read the text about twenty times. */
const MEDIA = ['', CHANNELS.map(([, words]) => words).join('|'), 0.85] as const;
/** Lower confidence, because the source of "found your website on Google" is Google. */
const OWN_SITE = ['website', 'website|webseite|homepage|internet|site', 0.6] as const;
const DIRECT: readonly (readonly [source: string, words: string])[] = [
  [
    'referral',
    `(?:was\\s|were\\s|been\\s)?(?:referred|recommended)(?:\\sto\\s(?:you|us|me))?\\sby|${YOU}\\s(?:was|were|came|come)\\s(?:highly\\s)?recommended|recommended\\s(?:you|your|to)|auf\\sempfehlung|empfehlung\\s(?:von|durch)|(?:wurden?|hat)\\s.{0,40}empfohlen|recommandée?s?\\spar|(?:m'|nous\\s)a\\s(?:\\p{L}{1,12}\\s)?recommandée?s?|recomendad[oa]s?\\spor|(?:me|nos)\\s(?:os\\s|lo\\s|la\\s)?(?:ha\\s)?recomend(?:ó|ado)|z\\spolecenia|polecił[aio]?|word\\sof\\smouth|(?:gave\\s(?:me|us)|got|have|had)\\syour\\s(?:name|number|contact|details)(?:\\sfrom)?`,
  ],
  [
    'trade fair',
    '(?:at|from)\\s(?:the\\s|a\\s|your\\sbooth\\sat\\s)?(?:\\p{L}{2,20}\\s){0,2}(?:trade\\s(?:fair|show)|expo)|auf\\s(?:der|einer|ihrem\\smessestand)\\s?(?:\\p{L}{2,20}[-\\s]){0,2}messe|messestand|(?:at\\s)?your\\s(?:booth|stand)|au\\ssalon|en\\sla\\sferia|na\\stargach',
  ],
  ['conference', '(?:met|spoke|talked|talk|presentation)\\s[^.!?\\n\\0]{0,30}\\b(?:conference|meetup|summit)'],
  [
    'website',
    '(?:via|through|über|from|on|using|par)\\s(?:the\\s|your\\s|das\\s|ihr\\s|votre\\s|le\\s)?(?:contact\\sform|website\\sform|web\\sform|kontaktformular|formulaire\\sde\\scontact)|formulario\\sde\\scontacto|formularz\\p{L}{0,2}\\skontaktow\\p{L}{1,3}|submitted\\sthrough',
  ],
  ['google', 'googled\\s|googling'],
];

const NAMED_CHANNELS = [...CHANNELS, ...DIRECT, OWN_SITE].map(
  ([source, words]) => [source, new RegExp(`${BOUNDARY_BEFORE}(?:${words})${BOUNDARY_AFTER}`, 'iu')] as const,
);

const RULES = [
  ...DIRECT.map(([source, words]) => rule(source, `(?<words>${words})`, 0.9)),
  ...[MEDIA, OWN_SITE].map(([source, words, confidence]) =>
    rule(source, `${FOUND}${BOUNDARY_AFTER}[^.!?\\n\\0]{0,60}?${BOUNDARY_BEFORE}(?<words>${words})`, confidence),
  ),
  ...[MEDIA, OWN_SITE].map(([source, words, confidence]) =>
    rule(
      source,
      `${THROUGH}\\s(?:\\p{L}{1,10}\\s){0,2}(?<words>${words})${BOUNDARY_AFTER}[^.!?\\n\\0]{0,30}?${BOUNDARY_BEFORE}${FOUND}`,
      confidence,
    ),
  ),
];

function rule(
  source: string,
  body: string,
  confidence: number,
): { source: string; pattern: RegExp; confidence: number } {
  return {
    source,
    pattern: new RegExp(
      `${BOUNDARY_BEFORE}${body}(?![\\p{L}\\p{N}]|-?\\s?(?:ads|marketing|campaign|integration|login))`,
      'iud',
    ),
    confidence,
  };
}

/** Finds the source of the lead. "We need Google Ads" contains a channel, but no source. */
export function sources(body: EmailBody): ParserMatch[] {
  const found: ParserMatch[] = [];
  for (const { start, end } of labelled(body, 'source')) found.push(asLabelled(body.text.slice(start, end), start));
  for (const { source, pattern, confidence } of RULES) {
    const match = pattern.exec(body.wish);
    const span = match?.indices?.groups?.words;
    if (match && span)
      found.push({
        value: source || channelOf(match.groups?.words ?? '') || 'other',
        start: match.index,
        end: Math.max(span[1], match.index + match[0].length),
        confidence,
      });
  }
  return found;
}

function channelOf(words: string): string | undefined {
  return NAMED_CHANNELS.find(([, names]) => names.test(words))?.[0];
}

function asLabelled(words: string, start: number): ParserMatch {
  const value = words.slice(0, 80);
  const known = channelOf(value);
  return { value: known ?? value, start, end: start + value.length, confidence: known ? 0.97 : 0.8 };
}
