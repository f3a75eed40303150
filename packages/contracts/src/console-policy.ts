/**
 * The Content-Security-Policy of the console: scripts of its own only, no page around it, no form to anywhere.
 * @param connect origins besides its own that it may call, such as `https://login.example.org`: those of the sign-in
 * @param secure whether every address is raised to https; not where the console itself is served without TLS
 */
export const consolePolicy = ({ connect, secure = true }: { connect: string[]; secure?: boolean }): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    // The components set styles at elements.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src ${["'self'", ...new Set(connect)].join(' ')}`,
    // Pages and documents of the API are shown from what was fetched with the sign-in.
    'frame-src blob:',
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    ...(secure ? ['upgrade-insecure-requests'] : []),
  ].join('; ')

/** What of the browser the console may use (Permissions-Policy): nothing of this. */
export const consolePermissions = ['camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'usb']
  .map((feature) => `${feature}=()`)
  .join(', ')

/**
 * The paths of the console that are files. Every other path is a page of it and gets `index.html`, also one that ends in an id
 * with dots.
 */
export const consoleFile = /^\/(?:assets\/.+|[^/]+\.[^/]+)$/

/** How long browsers keep files of the console: those under `/assets/` change their name with their content, the others must be asked for. */
export const consoleCaching = {
  assets: 'public, max-age=31536000, immutable',
  others: 'no-cache',
}
