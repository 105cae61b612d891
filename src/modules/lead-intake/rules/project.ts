import { BOUNDARY_AFTER, BOUNDARY_BEFORE, sentenceBefore, type ParserMatch } from './pattern.js';
import { fieldAt, labelled, type EmailBody } from './text/email-body.js';

/** Ordered by precision: "online shop relaunch" is an online shop, and "CRM integration" is a CRM. */
const KINDS: readonly (readonly [kind: string, words: string, unspaced?: string])[] = [
  [
    'online shop',
    'online[\\s-]?(?:shop|store)\\p{L}{0,3}|web\\s?shop|e-?shop|e-?commerce|shopify|woocommerce|magento|shopware|boutique en ligne|tienda online|tienda en línea|sklep\\p{L}{0,2} internetow\\p{L}{0,3}',
    '网店|网上商店',
  ],
  [
    'mobile app',
    '(?:mobile|ios|android|iphone|native)\\s(?:app|application)s?|app\\sdevelopment|(?:handy|smartphone)-?app|mobile-?app|app\\sentwickel\\p{L}{0,3}|application\\s(?:mobile|ios|android)|(?:app|aplicación)\\smóvil|aplikacj\\p{L}{1,2}\\smobiln\\p{L}{1,2}|app\\sfor\\s(?:ios|android|iphone)',
  ],
  [
    'data migration',
    '(?:data|database|crm|cloud)\\smigration|datenmigration|migration\\s(?:de|des)\\sdonnées|migración\\sde\\sdatos|migracj\\p{L}{1,2}\\sdanych|migrat(?:e|ing)\\s(?:our|all|the|from)',
  ],
  ['CRM', 'crm(?:[\\s-](?:system|software|tool|implementation|einführung|integration))?|salesforce|hubspot'],
  ['ERP', 'erp(?:[\\s-](?:system|software|implementation|einführung))?|sap\\ss/4|warenwirtschaft\\p{L}{0,8}|odoo'],
  [
    'SEO',
    'seo|search\\sengine\\soptimi[sz]ation|suchmaschinenoptimierung|référencement(?:\\snaturel)?|posicionamiento\\sweb|pozycjonowani\\p{L}{1,2}',
  ],
  [
    'branding',
    '(?:re)?branding|brand\\s(?:identity|design)|corporate\\s(?:design|identity)|logo(?:\\s?design|entwicklung)?|markenauftritt|identité\\s(?:visuelle|de\\smarque)|identidad\\s(?:visual|corporativa)|identyfikacj\\p{L}{1,2}\\swizualn\\p{L}{1,2}',
  ],
  [
    'integration',
    '(?:(?:api|system|software|payment)\\s)?integrations?|schnittstelle\\p{L}{0,1}|intégrations?|integración|integracj\\p{L}{1,2}|connect\\sour\\s\\p{L}{2,20}',
  ],
  [
    'web app',
    'web[\\s-]?app(?:lication|likation)?s?|saas(?:\\splatform)?|customer\\sportal|kundenportal|portail\\sclient|aplikacj\\p{L}{1,2}\\s(?:web|webow|internetow)\\p{L}{0,3}|aplicación\\sweb',
  ],
  [
    'website',
    '(?:web[\\s-]?sites?|webseite\\p{L}{0,1}|web\\s?page|homepage|landing\\s?pages?|internetseite|internetauftritt|site\\s(?:web|internet|vitrine)|sit(?:i)?o\\sweb|página\\sweb|stron\\p{L}{1,2}\\s(?:www|internetow\\p{L}{1,2}))(?:\\s?(?:redesign|relaunch))?|wordpress',
    '网站',
  ],
  [
    'automation',
    '(?:process|workflow|marketing)\\sautomation|automati[sz]ierung|automatisation|automatización|automatyzacj\\p{L}{1,2}|chatbot',
  ],
  [
    'marketing',
    '(?:google|facebook|linkedin)\\sads|(?:online|digital|performance|content|social\\smedia)[\\s-]?marketing|marketing\\scampaign|werbekampagne',
  ],
  ['hosting', '(?:web)?hosting|cloud\\s(?:hosting|infrastructure)|server\\sadministration'],
  ['design', '(?:ui|ux|ui/ux|ux/ui|graphic|product)[\\s-]design|(?:web)?redesign|grafikdesign|refonte|rediseño'],
  ['training', 'training|workshop|schulung\\p{L}{0,2}|formation|formación|szkoleni\\p{L}{1,2}'],
  ['consulting', 'consult(?:ing|ancy)|beratung\\p{L}{0,3}|conseil|consultoría|asesoramiento|doradztw\\p{L}{1,2}|audit'],
  ['mobile app', 'apps?'],
  [
    'software development',
    '(?:custom\\s)?software(?:\\s?(?:development|entwicklung|solution))?|développement|desarrollo\\sde\\ssoftware|oprogramowani\\p{L}{1,2}',
  ],
];
const REQUEST_VERB = new RegExp(
  `${BOUNDARY_BEFORE}(?:need|needs|looking|look|want|wants|build|building|develop|create|new|redesign|relaunch|rebuild|implement|introduce|interested|interest|quote|proposal|help|project|like|brauchen|brauche|benötig\\p{L}{0,3}|such(?:en|e|t)|neue[nrs]?|möcht\\p{L}{0,3}|wollen|plan\\p{L}{0,4}|angebot|interessier\\p{L}{0,3}|entwickeln|(?:re)?cherch\\p{L}{0,4}|cerc\\p{L}{0,5}|vorrei|besoin|souhait\\p{L}{0,5}|voul\\p{L}{0,5}|devis|nouve(?:au|lle)|projet|necesit\\p{L}{0,5}|busc\\p{L}{0,5}|quer\\p{L}{0,5}|presupuesto|nuev[oa]|proyecto|potrzeb\\p{L}{0,6}|szuka\\p{L}{0,3}|chc\\p{L}{0,6}|wycen\\p{L}{0,2}|now(?:y|ą|a|ej|ego)|zainteresowan\\p{L}{0,2}|需要|想)(?!\\p{L})[^.!?\\0]{0,60}$`,
  'iu',
);
const RENEWED =
  /(?:relaunch|redesign|rebuild|revamp|refresh|renew|rework|improve|moderni[sz]e|replace|migrate|optimi[sz]e)\s(?:our|my|the|its|their|his|her)(?:\s(?:current|existing|old))?\s$/iu;
const NOT_PROJECT =
  /(?:your|ihre[rnm]?|eure[rnm]?|deine[rnm]?|votre|vos|su|vuestr[oa]|tu|wasz\p{L}{1,3}|państwa|existing|current|aktuelle[rn]?|bestehende[rn]?|actuel(?:le)?|visit(?:ed)?|the contact form on|through the|via the|no|not|without|kein(?:e|en)?|our|unsere[rnm]?)\s$/iu;

const PATTERNS = KINDS.map(
  ([kind, words, unspaced = '(?!)']) =>
    [kind, new RegExp(`${BOUNDARY_BEFORE}(?:${words})${BOUNDARY_AFTER}|${unspaced}`, 'giu')] as const,
);

export function projectTypes(body: EmailBody): ParserMatch[] {
  const found: ParserMatch[] = [];
  PATTERNS.forEach(([kind, pattern], rank) => {
    let count = 0;
    for (const match of body.wish.matchAll(pattern)) {
      if (count++ > 20) break;
      const confidence = trust(body, match.index, rank);
      if (confidence > 0)
        found.push({ value: kind, start: match.index, end: match.index + match[0].length, confidence });
    }
  });
  return found.length > 0 ? found : asLabelled(body);
}

function trust(body: EmailBody, start: number, rank: number): number {
  const field = fieldAt(body, start);
  // The rank decides only between equal confidences, so 1/1000 per rank is small enough.
  const tie = rank / 1000;
  if (field === 'projectType') return 0.95 - tie;
  if (field !== undefined && field !== 'message') return 0;
  const before = sentenceBefore(body.wish, start, 80);
  if (RENEWED.test(before)) return 0.85 - tie;
  if (NOT_PROJECT.test(before)) return 0.3 - tie;
  return (REQUEST_VERB.test(before) ? 0.85 : 0.6) - tie;
}

function asLabelled(body: EmailBody): ParserMatch[] {
  return labelled(body, 'projectType')
    .filter(({ start, end }) => end - start <= 80)
    .map(({ start, end }) => ({ value: body.text.slice(start, end), start, end, confidence: 0.6 }));
}
