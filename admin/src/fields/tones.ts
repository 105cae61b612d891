interface Tone {
  readonly light: { readonly text: string; readonly ground: string };
  readonly dark: { readonly text: string; readonly ground: string };
}

const tone = (light: readonly [string, string], dark: readonly [string, string]): Tone => ({
  light: { text: light[0], ground: light[1] },
  dark: { text: dark[0], ground: dark[1] },
});

const GREEN = tone(['#14532d', '#dcf3e3'], ['#9be3b4', '#16331f']);
const BLUE = tone(['#1e3f8f', '#e1eafc'], ['#a9c4ff', '#1a2947']);
const AMBER = tone(['#713f12', '#fbeecb'], ['#f1cf7e', '#3a2c0d']);
const RED = tone(['#8f1d1d', '#fce3e3'], ['#ffadad', '#431b1d']);
const GREY = tone(['#3f4753', '#eceef1'], ['#c0c8d2', '#272d35']);

const TONES: Readonly<Record<string, Tone>> = {
  ...Object.fromEntries(
    ['won', 'active', 'customer', 'completed', 'converted', 'connected'].map((one) => [one, GREEN]),
  ),
  ...Object.fromEntries(['new', 'open', 'prospect', 'contacted', 'in_progress'].map((one) => [one, BLUE])),
  ...Object.fromEntries(['qualified', 'high', 'pending', 'proposal', 'negotiation'].map((one) => [one, AMBER])),
  ...Object.fromEntries(
    ['lost', 'urgent', 'critical', 'churned', 'bounced', 'unqualified', 'overdue'].map((one) => [one, RED]),
  ),
};

/** Returns the colours of a status. Each pair has a contrast of at least 4.5. */
export const toneOf = (value: string): Tone => TONES[value] ?? GREY;
