import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import { Refused } from '../api/client.ts'
import { useRead } from '../api/queries.ts'
import { ButtonTo } from '../frame/link-to.tsx'
import { Loading } from '../frame/loading.tsx'
import { Page } from '../frame/page.tsx'
import { Trouble } from '../frame/trouble.tsx'
import { useCrumbs } from '../program/use-crumbs.ts'
import { useProgram } from '../program/use-program.tsx'
import { emptyProfile, profileOf } from './profile/profile.ts'
import { ProfileForm } from './profile/profile-form.tsx'

/** Where a coach or mentor says what matching may know of them. */
export const Component = () => {
  const { programId, part } = useProgram()
  const { data, error, refetch } = useRead('getProvider', { path: { programId, personId: 'me' } })
  const provides = part.roles.includes('coach') || part.roles.includes('mentor')
  const none = error instanceof Refused && error.status === 404
  return (
    <Page
      title="Your profile as coach or mentor"
      about="Matching compares it with what participants look for; they see of it only what speaks for a match with them."
      crumbs={useCrumbs(['Your matches', '/matches/mine'])}
    >
      {error && !none && !data && <Trouble error={error} what="Your profile" again={refetch} />}
      {!error && !data && <Loading what="your profile" />}
      {data && <ProfileForm key={data.version} known={data} start={profileOf(data)} />}
      {none && !data && provides && <ProfileForm start={emptyProfile(part.roles)} />}
      {none && !data && !provides && (
        <Container>
          <Box variant="p">You are neither coach nor mentor in this program, so there is nothing to say here.</Box>
          <ButtonTo href={`/programs/${programId}`}>To the program</ButtonTo>
        </Container>
      )}
    </Page>
  )
}
