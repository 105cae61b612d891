export interface Device {
  readonly deviceType: 'desktop' | 'mobile' | 'tablet' | 'program' | 'unknown';
  readonly browser: string;
  readonly os: string;
}

// The order matters: Edge and Opera also contain `Chrome/`, and Chrome contains `Safari/`.
const BROWSERS: [RegExp, string][] = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Version\/.*Safari\//, 'Safari'],
  [/^curl\//, 'curl'],
  [/^node|undici|axios/i, 'Node.js'],
  [/python/i, 'Python'],
  [/PostmanRuntime/, 'Postman'],
];
const SYSTEMS: [RegExp, string][] = [
  [/iPhone|iPad|iPod/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/CrOS/, 'ChromeOS'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/Linux|X11/, 'Linux'],
];

const first = (known: [RegExp, string][], text: string): string =>
  known.find(([pattern]) => pattern.test(text))?.[1] ?? 'unknown';

function typeOf(text: string): Device['deviceType'] {
  if (/iPad|Tablet|PlayBook/.test(text) || (/Android/.test(text) && !/Mobile/.test(text))) return 'tablet';
  if (/Mobi|iPhone|iPod/.test(text)) return 'mobile';
  if (text.startsWith('Mozilla/')) return 'desktop';
  return text === '' ? 'unknown' : 'program';
}

/** Describes a browser for the list of sessions. No access decision depends on this description. */
export const deviceOf = (userAgent: string | null): Device => {
  const text = (userAgent ?? '').slice(0, 500);
  return { deviceType: typeOf(text), browser: first(BROWSERS, text), os: first(SYSTEMS, text) };
};
