import Box from '@cloudscape-design/components/box'
import Cards from '@cloudscape-design/components/cards'
import type { Answer } from '../api/client.ts'
import { LinkTo } from '../frame/link-to.tsx'

type Summary = Answer<'listTemplates'>['items'][number]
type TemplateStepProps = { templates: Summary[]; chosen: string; onChoose: (templateId: string) => void }

/** Which template the program runs on. */
export const TemplateStep = ({ templates, chosen, onChoose }: TemplateStepProps) => (
  <Cards
    items={templates}
    trackBy="templateId"
    selectionType="single"
    entireCardClickable
    selectedItems={templates.filter(({ templateId }) => templateId === chosen)}
    onSelectionChange={({ detail }) => onChoose(detail.selectedItems[0]?.templateId ?? '')}
    cardsPerRow={[{ cards: 1 }, { minWidth: 700, cards: 2 }]}
    ariaLabels={{
      itemSelectionLabel: (_, { title }) => title,
      selectionGroupLabel: 'Template',
      cardsLabel: 'Templates',
    }}
    cardDefinition={{
      header: ({ title }) => title,
      sections: [
        { id: 'summary', content: ({ summary }) => summary },
        {
          id: 'size',
          content: ({ weeks, gates }) => (
            <Box color="text-body-secondary">
              {weeks} weeks, {gates} gates
            </Box>
          ),
        },
        {
          id: 'more',
          content: ({ templateId, title }) => (
            <LinkTo href={`/templates/${templateId}`} ariaLabel={`Weeks and gates of ${title}`}>
              Weeks and gates
            </LinkTo>
          ),
        },
      ],
    }}
  />
)
