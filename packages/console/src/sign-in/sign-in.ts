import type { ConsoleSettings } from '@pilotgate/contracts/console-settings'
import { type User, UserManager, WebStorageStateStore } from 'oidc-client-ts'
import { signRequestsWith } from '../api/client.ts'

/** Who is signed in, as the sign-in service says. */
export type SignedIn = { email: string; name: string }

const signedInPath = '/signed-in'

const openManager = async (): Promise<{ manager: UserManager; settings: ConsoleSettings }> => {
  const response = await fetch('/settings.json')
  if (!response.ok) throw new Error('The settings of this console are missing. Ask whoever runs it.')
  const settings = (await response.json()) as ConsoleSettings
  const { origin } = location
  const manager = new UserManager({
    authority: settings.issuer,
    client_id: settings.clientId,
    redirect_uri: `${origin}${signedInPath}`,
    post_logout_redirect_uri: `${origin}/`,
    response_type: 'code',
    scope: settings.scope,
    // Gone with the tab: a console is often opened on a shared machine.
    userStore: new WebStorageStateStore({ store: sessionStorage }),
    automaticSilentRenew: false,
  })
  return { manager, settings }
}

let opened: ReturnType<typeof openManager> | undefined
const open = () => {
  opened ??= openManager()
  return opened
}

const current = async (): Promise<User | undefined> => {
  const user = await (await open()).manager.getUser()
  return user && !user.expired ? user : undefined
}

signRequestsWith(async () => {
  const user = await current()
  const { settings } = await open()
  return settings.token === 'id' ? user?.id_token : user?.access_token
})

/** Who is signed in, if anybody. */
export const whoIsSignedIn = async (): Promise<SignedIn | undefined> => {
  const user = await current()
  return user && { email: user.profile.email ?? user.profile.sub, name: user.profile.name ?? '' }
}

/** Leaves for the sign-in service; `returnTo` is the page to come back to, `hint` the address of whom to sign in. */
export const signIn = async (
  returnTo: string,
  { hint, again }: { hint?: string; again?: boolean } = {},
): Promise<void> => {
  const { manager } = await open()
  await manager.removeUser()
  await manager.signinRedirect({
    state: { returnTo },
    ...(hint && { login_hint: hint }),
    ...((hint || again) && { prompt: 'login' }),
  })
}

/** Comes back from the sign-in service, and gives the page to go on with. @throws Error when the sign-in failed */
export const finishSignIn = async (): Promise<string> => {
  const user = await (await open()).manager.signinRedirectCallback()
  const { returnTo } = (user.state ?? {}) as { returnTo?: string }
  return returnTo?.startsWith('/') && !returnTo.startsWith('//') ? returnTo : '/'
}

/** Forgets who was signed in, here and at the sign-in service where that has a way to sign out. */
export const signOut = async (): Promise<void> => {
  const { manager } = await open()
  const elsewhere = await manager.metadataService.getEndSessionEndpoint()
  if (elsewhere) return manager.signoutRedirect()
  await manager.removeUser()
  location.assign('/')
}
