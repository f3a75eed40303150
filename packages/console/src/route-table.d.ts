declare module 'virtual:route-table' {
  /** Method and path of every route, by the route's name. */
  export const routeTable: Record<
    import('@pilotgate/contracts/routes').RouteName,
    [method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE', path: string]
  >
}
