import type { Answer } from '../api/client.ts'

type Part = Answer<'readMyPart'>
type Action = Part['may'][number]
type Place = { text: string; about: string; page: string; needs: Action }

const places: Place[] = [
  { text: 'Engagements', about: 'Agreement, sessions, action items.', page: '/engagements', needs: 'read engagements' },
  { text: 'Your matches', about: 'Who is proposed to you, and why.', page: '/matches/mine', needs: 'read own matches' },
  { text: 'Your 360', about: 'What others see, once enough have answered.', page: '/my-360', needs: 'read own report' },
  {
    text: 'Selection',
    about: 'Who becomes a coach or mentor, step by step.',
    page: '/candidacies',
    needs: 'read candidacies',
  },
  {
    text: 'Supervision',
    about: 'Practicum, supervision, deliveries.',
    page: '/supervision',
    needs: 'read supervision',
  },
  { text: 'Intake', about: 'Who has answered, and goals to accept.', page: '/intake', needs: 'list intakes' },
  { text: 'Matching', about: 'Proposals to review.', page: '/matching', needs: 'read matches' },
  { text: 'Capacity', about: 'Places with coaches and mentors.', page: '/capacity', needs: 'read providers' },
]

/** Where a person finds what in the program: their own intake first, then what their roles open. */
export const myPlaces = ({ personId, roles }: Part, may: (action: Action) => boolean): Omit<Place, 'needs'>[] => [
  ...(roles.includes('participant')
    ? [
        {
          text: 'Your intake',
          about: 'Your goals, and what your answers may be used for.',
          page: `/intake/${personId}`,
        },
      ]
    : []),
  ...(roles.some((role) => role === 'coach' || role === 'mentor')
    ? [{ text: 'Your profile', about: 'What matching knows of you as a coach or mentor.', page: '/providers/me' }]
    : []),
  ...places.filter(({ needs }) => may(needs)),
  { text: 'Tasks', about: 'What you are asked to do, and what you have done.', page: '/tasks' },
]
