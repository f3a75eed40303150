import type { Answer } from '../../api/client.ts'

export type OwnMatchView = Answer<'listOwnMatches'>['items'][number]
