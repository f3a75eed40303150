import { useSearchParams } from 'react-router'

/** Whose figures are shown: of the whole program, or of those who are coached or mentored. */
export const scopes = [
  { id: 'program', text: 'Whole program' },
  { id: 'coach', text: 'Coached' },
  { id: 'mentor', text: 'Mentored' },
]

/** The scope that the address names: `?cohort=coach`; `query` is what the API takes. */
export const useLevel = () => {
  const [search, setSearch] = useSearchParams()
  const given = search.get('cohort')
  const cohort: 'coach' | 'mentor' | undefined = given === 'coach' || given === 'mentor' ? given : undefined
  const query: { cohort?: 'coach' | 'mentor' } = cohort ? { cohort } : {}
  const choose = (id: string) =>
    setSearch(
      (now) => {
        if (id === 'program') now.delete('cohort')
        else now.set('cohort', id)
        return now
      },
      { replace: true },
    )
  return { scope: cohort ?? 'program', query, choose }
}
