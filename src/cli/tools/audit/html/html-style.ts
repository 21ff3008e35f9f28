/** Of the page; it follows the reader's choice of light or dark. */
export const STYLE = `
:root{color-scheme:light dark;--ink:#1d2b3a;--soft:#5b6b7c;--line:#d7dee6;--mark:#c2410c;--paper:#fff}
@media(prefers-color-scheme:dark){:root{--ink:#e4e9ef;--soft:#9aa8b7;--line:#33404e;--mark:#fb923c;--paper:#141a21}}
body{font:14px/1.5 system-ui,sans-serif;max-width:64rem;margin:2rem auto;padding:0 1rem;color:var(--ink);background:var(--paper)}
h1{font-size:1.5rem}h2{font-size:1.1rem;margin-top:2rem}
figure{margin:1.5rem 0;overflow-x:auto}svg{width:100%;min-width:40rem;height:auto}
text{font-size:11px;fill:var(--soft)}.row{fill:var(--line);opacity:.5}.found{fill:var(--mark)}
figcaption,p{color:var(--soft)}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
td,th{text-align:left;padding:.25rem .75rem .25rem 0;border-bottom:1px solid var(--line);vertical-align:top}
th{color:var(--soft);font-weight:600}td:nth-child(4){white-space:nowrap}
`;
