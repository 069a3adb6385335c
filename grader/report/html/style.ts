// What the pages look like: paper and ink with one warm accent, as the course does. Light, dark, on a phone and on paper.

export const style = `
:root{color-scheme:light dark;--paper:#fcfaf6;--raised:#fff;--sunken:#f3efe7;--ink:#1c1a17;--soft:#5c564d;--line:#e2dbce;
--accent:#ad3b15;--accent-soft:#fbe3d8;--pass:#176f44;--pass-soft:#e3f3ea;--fail:#b32635;--fail-soft:#fbe6e7;--wait:#7f5500;--wait-soft:#f9eed4;
--sans:-apple-system,BlinkMacSystemFont,'Segoe UI',Inter,Roboto,'Helvetica Neue','Apple SD Gothic Neo',Pretendard,'Noto Sans KR','Noto Sans CJK KR','Malgun Gothic',sans-serif;
--mono:ui-monospace,SFMono-Regular,Menlo,'Cascadia Code',Consolas,'Liberation Mono',D2Coding,'Noto Sans Mono CJK KR',monospace}
@media (prefers-color-scheme:dark){:root{--paper:#171a20;--raised:#20242d;--sunken:#14171d;--ink:#f1efea;--soft:#b0b5be;--line:#363c48;
--accent:#ff9d75;--accent-soft:#3d2015;--pass:#5fd39a;--pass-soft:#17342a;--fail:#ff8d96;--fail-soft:#3d1d24;--wait:#ecc06a;--wait-soft:#382c14}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.65 var(--sans);overflow-wrap:anywhere}
:lang(ko){word-break:keep-all;line-break:strict}
main,header.top,footer{max-width:54rem;margin:0 auto;padding:0 1.25rem}
body.wide :is(main,header.top,footer){max-width:68rem}
h1,h2,h3{line-height:1.25;letter-spacing:-.018em;text-wrap:balance;margin:0}
h1{font-size:clamp(1.75rem,1.2rem + 2.4vw,2.5rem)}
h2{font-size:1.375rem}
h3{font-size:1.0625rem}
p{margin:.4em 0;text-wrap:pretty}
a{color:var(--accent);text-underline-offset:.18em}
code,pre,.mono{font-family:var(--mono);font-size:.9em}
code{background:var(--sunken);border-radius:.25em;padding:.05em .3em}
pre{background:var(--sunken);border-radius:.4rem;padding:.7rem .9rem;overflow-x:auto;white-space:pre-wrap}
pre code{background:none;padding:0}
.eyebrow{color:var(--accent);font-size:.8125rem;font-weight:650;letter-spacing:.04em;margin:0 0 .4rem}
.soft{color:var(--soft)}
.num{font-variant-numeric:tabular-nums}
header.top{padding-top:clamp(2rem,6vw,4rem);padding-bottom:1.5rem}
header.top .meta{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;color:var(--soft);margin-top:.5rem}
.score{display:flex;flex-wrap:wrap;align-items:baseline;gap:.2rem .9rem;margin-top:1.5rem}
.score b{font-size:clamp(2.5rem,8vw,3.5rem);font-weight:700;letter-spacing:-.035em;line-height:1;font-variant-numeric:tabular-nums}
.bar{display:block;height:.5rem;border-radius:1rem;background:var(--line);overflow:hidden;min-width:4rem}
.bar i{display:block;height:100%;border-radius:inherit;background:var(--accent)}
.bar.pass i{background:var(--pass)}
header.top .bar{margin-top:.9rem;height:.6rem}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
th{font-weight:600;text-align:start;color:var(--soft);font-size:.875rem}
th,td{padding:.5rem .75rem .5rem 0;border-bottom:1px solid var(--line);vertical-align:top}
td.n,th.n{text-align:end;white-space:nowrap}
th:last-child,td:last-child{padding-right:0}
.scroll{overflow-x:auto}
.overview{margin:0 0 2.5rem}
.overview td:nth-child(2){width:38%;vertical-align:middle}
section.exercise{margin:2.75rem 0}
section.exercise>header{display:flex;flex-wrap:wrap;align-items:baseline;justify-content:space-between;gap:.25rem 1rem;border-bottom:2px solid var(--ink);padding-bottom:.5rem}
section.exercise>header .points{font-weight:650;white-space:nowrap}
.notes{list-style:none;margin:.6rem 0 0;padding:0;display:flex;flex-wrap:wrap;gap:.4rem}
.chip{display:inline-block;border-radius:1rem;padding:.05rem .65rem;font-size:.8125rem;font-weight:550;background:var(--sunken);color:var(--soft);border:1px solid var(--line)}
.chip.pass{background:var(--pass-soft);color:var(--pass);border-color:transparent}
.chip.fail{background:var(--fail-soft);color:var(--fail);border-color:transparent}
.chip.wait{background:var(--wait-soft);color:var(--wait);border-color:transparent}
ol.checks{list-style:none;margin:0;padding:0}
ol.checks>li{display:grid;grid-template-columns:1.6rem 1fr auto;gap:0 .75rem;padding:.75rem 0;border-bottom:1px solid var(--line)}
ol.checks .mark{font-weight:700;font-size:1.0625rem;line-height:1.55;width:1.6rem;height:1.6rem;border-radius:50%;text-align:center}
.is-pass .mark{color:var(--pass);background:var(--pass-soft)}
.is-fail .mark{color:var(--fail);background:var(--fail-soft)}
ol.checks .said>p:first-child{margin:0}
ol.checks .worth{white-space:nowrap;color:var(--soft);text-align:end;font-size:.9375rem}
.is-fail .worth{color:var(--ink);font-weight:600}
.is-pass .said{color:var(--soft)}
.id{font-family:var(--mono);font-size:.78rem;color:var(--soft)}
dl.finding{display:grid;grid-template-columns:max-content 1fr;gap:.3rem 1rem;margin:.7rem 0 0;padding:.75rem .95rem;background:var(--sunken);border-radius:.5rem;font-size:.9375rem}
dl.finding dt{color:var(--soft);font-weight:600}
dl.finding dd{margin:0;white-space:pre-wrap;min-width:0;overflow-wrap:anywhere}
dl.finding .when{color:var(--soft);white-space:nowrap}
.next{border-inline-start:3px solid var(--accent);padding:.1rem 0 .1rem .9rem;margin:.8rem 0 0}
.next b{color:var(--accent);display:block;font-size:.875rem}
.next>:last-child,.callout>:last-child{margin-bottom:0}
details{margin:.6rem 0 0}
summary{cursor:pointer;color:var(--accent);font-weight:550;font-size:.9375rem;min-height:1.5rem}
summary:focus-visible,a:focus-visible{outline:2px solid var(--accent);outline-offset:3px;border-radius:.2rem}
.callout{border-radius:.6rem;padding:.9rem 1.1rem;margin:1rem 0;background:var(--wait-soft);color:var(--ink)}
.callout strong{color:var(--wait)}
ol.trail{list-style:none;margin:.6rem 0 0;padding:0;font-size:.875rem}
ol.trail li{display:grid;grid-template-columns:4.2rem 1fr auto;gap:.75rem;padding:.2rem 0;border-bottom:1px dotted var(--line)}
ol.trail time{color:var(--soft);font-variant-numeric:tabular-nums;text-align:end}
nav.jump{display:flex;flex-wrap:wrap;gap:.3rem 1.25rem;padding:.75rem 0;border-block:1px solid var(--line);margin:1.75rem 0 0;font-size:.9375rem}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(7.5rem,1fr));gap:.9rem;margin:1.75rem 0 0;padding:0;list-style:none}
.tiles li{border:1px solid var(--line);background:var(--raised);border-radius:.6rem;padding:.7rem .95rem}
.tiles b{display:block;font-size:1.75rem;line-height:1.2;letter-spacing:-.02em;font-variant-numeric:tabular-nums}
section.part{margin:3rem 0;scroll-margin-top:1rem}
section.part>h2{border-bottom:2px solid var(--ink);padding-bottom:.5rem;margin-bottom:.75rem}
section.part h3{margin:1.75rem 0 .5rem}
.panels{display:grid;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr));gap:1rem;margin:1rem 0 0}
figure{margin:0}
.panels figure{display:flex;flex-direction:column}.panels svg{margin-top:auto}
.panels figure,figure.timeline{border:1px solid var(--line);background:var(--raised);border-radius:.6rem;padding:.95rem 1.1rem}
figure.timeline{margin-top:1rem}
figcaption{font-size:.9375rem;margin:0 0 .5rem}
figcaption b{display:block}
svg{display:block;width:100%;height:auto;overflow:visible}
svg text{font-family:var(--sans);fill:var(--soft);font-size:11px}
svg .fill{fill:var(--accent)}svg .grid{stroke:var(--line);stroke-width:1}svg .ink{fill:var(--ink)}
svg .track{stroke:var(--line);stroke-width:1}svg .gap{fill:var(--wait-soft)}
svg .done{fill:var(--pass)}svg .refused{fill:var(--fail)}svg .written{fill:var(--paper);stroke:var(--accent);stroke-width:1.5}
.legend{display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;font-size:.8125rem;color:var(--soft);margin:.5rem 0 0;padding:0;list-style:none}
.legend svg{display:inline-block;width:.85rem;height:.85rem;vertical-align:-.1em;margin-inline-end:.35rem}
ol.mistakes{list-style:none;padding:0;margin:1rem 0 0}
ol.mistakes>li{display:grid;grid-template-columns:4.5rem 1fr;gap:0 1rem;padding:.9rem 0;border-bottom:1px solid var(--line)}
ol.mistakes .count{font-size:1.75rem;font-weight:700;line-height:1.1;letter-spacing:-.02em;font-variant-numeric:tabular-nums}
ol.mistakes .count small{display:block;font-size:.8125rem;font-weight:400;letter-spacing:0;color:var(--soft)}
.rate{display:grid;grid-template-columns:minmax(4rem,1fr) 3rem;gap:.6rem;align-items:center}
footer{color:var(--soft);font-size:.8125rem;padding-top:1.25rem;padding-bottom:3rem}
footer p{border-top:1px solid var(--line);padding-top:1rem;margin:0}
@media (max-width:34rem){
dl.finding{grid-template-columns:1fr;gap:0}dl.finding dd+dt{margin-top:.5rem}
ol.checks>li{gap:0 .6rem}.overview td:nth-child(2){display:none}.overview th:nth-child(2){display:none}
ol.mistakes>li{grid-template-columns:3.4rem 1fr}ol.trail li{grid-template-columns:3.4rem 1fr}ol.trail li>:last-child:nth-child(3){grid-column:2}}
@media print{
:root{color-scheme:light;--paper:#fff;--raised:#fff;--sunken:#f4f2ee;--ink:#000;--soft:#4a4a4a;--line:#c9c5bd;--accent:#8f2f0f;--accent-soft:#fbe3d8;
--pass:#11583a;--pass-soft:#e3f3ea;--fail:#8f1d2a;--fail-soft:#fbe6e7;--wait:#6a4700;--wait-soft:#f9eed4}
@page{margin:16mm 15mm}
body{font-size:10pt;line-height:1.5;-webkit-print-color-adjust:exact;print-color-adjust:exact}
main,header.top,footer,body.wide :is(main,header.top,footer){max-width:none;padding-inline:0}
header.top{padding-top:0}nav.jump,details.screen{display:none}
section.exercise>header,h2,h3{break-after:avoid}
ol.checks>li,ol.mistakes>li,figure,tr,.callout{break-inside:avoid}
a{color:inherit;text-decoration:none}}
`;
