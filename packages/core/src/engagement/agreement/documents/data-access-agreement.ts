import type { SignedDocument } from './signed-document.ts'

/** E2: what a mentor coach may do with the project data they see. */
export const dataAccessAgreement: SignedDocument = {
  document: 'data-access-agreement',
  title: 'Data-access agreement of a mentor coach',
  version: 1,
  paragraphs: [
    'Purpose: you see data of the project only to help the person you work with, and only what that takes.',
    'Access: it is given by the owner of the data, to you alone, for as long as the engagement lasts. You share neither access nor credentials.',
    'Copies: you make none outside of the systems of the organisation, and delete on the last day what you were allowed to keep for work.',
    'People: you do not look at data about single employees, customers or their health, and say at once when you come across some by mistake.',
    'Tools: no data of the project goes into a service that the organisation has not released, nor into a model without the consent that takes.',
    'Incidents: whatever you think has gone to somebody it should not, you report to the data owner on the same day.',
    'End: access ends with the engagement, or when the owner of the data says so.',
  ],
}
