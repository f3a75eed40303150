import { html, raw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { Block, ListItem } from './blocks.ts'

type Markup = HtmlEscapedString | Promise<HtmlEscapedString>

const font = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"
const copy = `margin:0 0 16px;${font};font-size:16px;line-height:24px;color:#1d2733`
const quiet = `${font};font-size:16px;line-height:24px;color:#51606f`
const lines = 'white-space:pre-line;overflow-wrap:anywhere'

/** Inline styles are the light colours; mail programs that know dark mode take these instead. */
const dark = raw(`<style>
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.page{background:#11161c!important}.card{background:#1b232c!important;border-color:#33404d!important}
.ink{color:#eef2f6!important}.quiet{color:#b3c0cc!important}.link{color:#8cc4ff!important}
.rule{border-color:#33404d!important}.note{background:#25303b!important;border-color:#8cc4ff!important}
.button{background:#8cc4ff!important}.button a{color:#0c1a28!important}}
@media (max-width:480px){.card{border-radius:0!important}.page>tbody>tr>td{padding:0!important}.pad{padding-left:20px!important;padding-right:20px!important}}
</style>`)

/** Keeps the mail program from filling its preview line with the greeting. */
const padding = raw('&#847;&zwnj;&nbsp;'.repeat(60))

const listItem = ({ text, detail, href }: ListItem): Markup => html`
<li class="ink" style="margin:0 0 8px;${lines}">${
  href ? html`<a class="link" href="${href}" style="color:#0b5cad;padding:4px 0">${text}</a>` : text
}${detail && html`<div class="quiet" style="${quiet};${lines}">${detail}</div>`}</li>`

const block = (part: Block, position: number): Markup => {
  switch (part.kind) {
    case 'heading':
      return position === 0
        ? html`<h1 class="ink" style="margin:0 0 16px;${font};font-size:24px;line-height:30px;color:#1d2733;${lines}">${part.text}</h1>`
        : html`<h2 class="ink" style="margin:28px 0 10px;${font};font-size:18px;line-height:24px;color:#1d2733;${lines}">${part.text}</h2>`
    case 'paragraph':
      return html`<p class="ink" style="${copy};${lines}">${part.text}</p>`
    case 'note':
      return html`<p class="ink note" style="${copy};padding:12px 16px;background:#eef4fa;border-left:4px solid #0b5cad;${lines}">${part.text}</p>`
    case 'facts':
      return html`<table width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 20px;border-collapse:collapse">${part.rows.map(
        ({ label, value }) => html`
<tr><th scope="row" class="quiet rule" align="left" valign="top" width="30%" style="${quiet};font-weight:normal;padding:10px 12px 10px 0;border-bottom:1px solid #dde4ea">${label}</th>
<td class="ink rule" valign="top" style="${font};font-size:16px;line-height:24px;color:#1d2733;padding:10px 0;border-bottom:1px solid #dde4ea;${lines}">${value}</td></tr>`,
      )}</table>`
    case 'list':
      return html`<ul class="ink" style="${copy};padding-left:22px">${part.items.map(listItem)}</ul>`
    case 'button':
      return html`<table role="presentation" cellpadding="0" cellspacing="0" style="margin:8px 0 24px"><tr>
<td class="button" bgcolor="#0b5cad" style="background:#0b5cad;border-radius:6px"><a href="${part.href}" style="display:inline-block;min-height:24px;padding:12px 24px;${font};font-size:16px;line-height:24px;font-weight:600;color:#ffffff;text-decoration:none">${part.label}</a></td>
</tr></table>`
  }
}

/**
 * The HTML part of a mail: one column of at most 600 px, text of at least 16 px, buttons at least 44 px high, colours for light
 * and dark. Everything put in is escaped.
 */
export const layout = (mail: {
  subject: string
  preheader: string
  /** The program, or the organisation. */
  sender: string
  blocks: Block[]
  footer: string[]
}): string =>
  html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<title>${mail.subject}</title>${dark}</head>
<body class="page" style="margin:0;padding:0;background:#f1f4f7">
<div class="preheader" style="display:none;max-height:0;overflow:hidden;mso-hide:all">${mail.preheader}${padding}</div>
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" style="background:#f1f4f7"><tbody><tr><td align="center" style="padding:24px 12px">
<table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0" style="max-width:600px;background:#ffffff;border:1px solid #dde4ea;border-radius:10px">
<tr><td class="pad quiet rule" style="${quiet};padding:16px 28px;border-bottom:1px solid #dde4ea;${lines}">${mail.sender}</td></tr>
<tr><td class="pad" align="left" style="padding:28px 28px 8px">
${mail.blocks.map(block)}
</td></tr>
<tr><td class="pad rule" align="left" style="padding:16px 28px 20px;border-top:1px solid #dde4ea">
${mail.footer.map((text) => html`<p class="quiet" style="margin:0 0 8px;${quiet};${lines}">${text}</p>`)}
</td></tr></table>
</td></tr></tbody></table>
</body></html>
`.toString()
