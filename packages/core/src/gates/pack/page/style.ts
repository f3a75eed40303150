/** The look of the page: light, readable in black and white, on A4. No colour says anything that words do not say, too. */
export const style = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 8mm; max-width: 210mm; background: #fff; color: #111; font: 10pt/1.4 "Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", sans-serif; overflow-wrap: break-word; }
h1 { font-size: 19pt; line-height: 1.2; margin: 0 0 1mm; }
h2 { font-size: 13pt; margin: 7mm 0 2mm; padding-top: 1.5mm; border-top: 1.5pt solid #111; break-after: avoid; }
h3 { font-size: 10.5pt; margin: 4mm 0 1mm; break-after: avoid; }
p, ul { margin: 0 0 2mm; }
ul { padding-left: 5mm; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.5mm 4mm; margin: 0 0 2mm; }
dt { color: #444; }
dd { margin: 0; }
table { width: 100%; border-collapse: collapse; margin: 0 0 3mm; font-size: 9pt; }
caption { text-align: left; font-weight: 600; padding: 1mm 0; }
th, td { text-align: left; vertical-align: top; padding: 1mm 2mm 1mm 0; border-bottom: 0.5pt solid #bbb; }
thead th { border-bottom: 1pt solid #111; }
tbody th { font-weight: 600; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.lead { font-size: 11pt; }
.quiet { color: #444; }
.box { border: 1pt solid #111; padding: 2.5mm 3.5mm; margin: 3mm 0; break-inside: avoid; }
.box > :first-child { margin-top: 0; }
.box > :last-child { margin-bottom: 0; }
.rag { display: inline-block; border: 1.5pt solid #111; padding: 0.5mm 3mm; font-weight: 700; text-transform: uppercase; letter-spacing: 0.5pt; }
.green { background: #cfe8cf; }
.amber { background: #ffe2a8; border-style: dashed; }
.red { background: #f6c6c0; border-style: double; border-width: 3pt; }
.label { border: 1pt solid #111; padding: 0.3mm 2mm; font-weight: 700; }
.missed, .fail, .inconclusive, .not-met { font-weight: 700; }
.trends { display: grid; grid-template-columns: 1fr 1fr; gap: 2mm 5mm; }
figure { margin: 0 0 2mm; break-inside: avoid; }
figcaption { font-size: 9pt; font-weight: 600; }
.chart { display: block; width: 100%; height: auto; }
.chart text { font: 9px "Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", sans-serif; fill: #111; }
.chart .strong { font-weight: 700; }
.chart .grid { stroke: #ccc; stroke-width: 0.5; }
.chart .axis { stroke: #111; stroke-width: 1; }
.chart .target { stroke: #111; stroke-width: 1; stroke-dasharray: 4 3; }
.chart .line { fill: none; stroke: #1f4e79; stroke-width: 1.8; }
.chart .dot { fill: #1f4e79; }
.chart .hollow { fill: #fff; stroke: #1f4e79; stroke-width: 1.5; }
.chart .bar { stroke: #1f4e79; stroke-width: 2; }
.chart .thin { stroke: #111; stroke-width: 1; }
.chart .range { fill: #7ea6cf; stroke: #1f4e79; stroke-width: 1; }
.chart .light { fill: #fff; stroke: #1f4e79; stroke-width: 1; }
.chart .middle { stroke: #111; stroke-width: 2; }
.chart .mark { fill: #111; }
footer { margin-top: 6mm; border-top: 0.5pt solid #111; padding-top: 2mm; font-size: 8.5pt; color: #333; }
@page { size: A4; margin: 14mm 14mm 16mm; @bottom-right { content: counter(page) " of " counter(pages); font: 8pt sans-serif; } }
@media print {
  body { padding: 0; max-width: none; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .new-page { break-before: page; }
}
@media screen and (max-width: 640px) { .trends { grid-template-columns: 1fr; } .wide { overflow-x: auto; } }
`
