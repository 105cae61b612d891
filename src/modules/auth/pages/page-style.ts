import { createHash } from 'node:crypto';

/** Returns the source expression for an inline script or style in a Content-Security-Policy. */
export const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Inline styles of the account pages, which load no files. */
export const ACCOUNT_PAGE_STYLE = `
:root{color-scheme:light dark;--ink:#1b1f24;--soft:#59636e;--paper:#fff;--ground:#f3f4f6;--line:#8a939e;--accent:#1f5fbf;--on-accent:#fff;--bad:#b3261e}
@media (prefers-color-scheme:dark){:root{--ink:#eceff3;--soft:#a7b0bb;--paper:#1b1f24;--ground:#111418;--line:#78828e;--accent:#8ab4f8;--on-accent:#0b1a33;--bad:#ff9d94}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
main{max-width:28rem;margin:clamp(1rem,6vh,4rem) auto;padding:clamp(1.25rem,5vw,2.5rem);background:var(--paper);border-radius:.75rem;box-shadow:0 1px 3px #0003}
h1{margin:0 0 .5rem;font-size:1.6rem;line-height:1.25}
p{margin:0 0 1.25rem;color:var(--soft)}
label{display:block;margin:0 0 .3rem;font-weight:600}
input{width:100%;min-height:2.75rem;margin:0 0 1.1rem;padding:.6rem .75rem;border:1px solid var(--line);border-radius:.4rem;background:var(--paper);color:inherit;font:inherit}
button{min-height:2.75rem;padding:.6rem 1.6rem;border:0;border-radius:.4rem;background:var(--accent);color:var(--on-accent);font:inherit;font-weight:600;cursor:pointer}
.bad{color:var(--bad)}
[hidden]{display:none}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
@media (forced-colors:active){main,button{border:1px solid}}
`;

export const ACCOUNT_PAGE_STYLE_HASH = hashOf(ACCOUNT_PAGE_STYLE);
