import { z } from 'zod'
import { button, facts, greeting, heading, note, paragraph, section } from '../blocks.ts'
import { envelope, href, line, prose } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { sampleEnvelope, samplePage } from '../sample.ts'
import { capital, cut } from '../words.ts'
import { small, withArticle } from './candidacy-words.ts'

/** To the lead: members of a closed panel saw the same thing very differently. Which dimensions; no marks and no names of members. */
const schema = envelope.extend({
  candidateName: line,
  pathTitle: line,
  step: line,
  dimensions: z.array(prose).min(1),
  href,
})

export const message = defineMessage({
  kind: 'panel-disagreement',
  schema,
  sample: {
    ...sampleEnvelope,
    recipientName: 'Carla Diaz',
    recipientRoles: ['coach lead'],
    candidateName: 'Otto Olsen',
    pathTitle: 'External coach',
    step: 'the live demo',
    dimensions: ['Confidentiality practice', 'Measurable outcomes'],
    href: `${samplePage}/candidacies/01KFZ0Q3W5T7R9YB2M4N6P8S0E.01`,
  },
  subject: (data) => `The panel disagreed: ${cut(data.step, 24)}, ${cut(data.candidateName, 24)}`,
  preheader: () => 'Marks lie at least 2 points apart. Please talk it through with the panel.',
  body: (data) => [
    heading('The panel disagreed'),
    greeting(data),
    paragraph(
      `The panel on ${data.step} is closed, and its marks lie at least 2 points apart in what is named below. Please talk it through with the panel, so that they read the rubric alike next time.`,
    ),
    facts({ Candidate: data.candidateName, Candidacy: `As ${withArticle(small(data.pathTitle))}` }),
    ...section('Where they disagreed', data.dimensions.map(capital)),
    button('Open the candidacy', data.href),
    note('The outcome stands: it rests on medians, and the marks are not changed.'),
  ],
})
