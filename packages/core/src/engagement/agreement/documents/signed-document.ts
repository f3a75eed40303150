/** A text that a provider signs before they see project data (E2). A text that changes gets the next version. */
export type SignedDocument = { document: string; title: string; version: number; paragraphs: string[] }
