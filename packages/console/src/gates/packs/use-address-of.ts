import { useEffect, useState } from 'react'

/** An address within this browser at which a page can be shown or opened, for as long as it is needed. */
export const useAddressOf = (html: string | undefined): string | undefined => {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    if (html === undefined) return
    const made = URL.createObjectURL(new Blob([html], { type: 'text/html;charset=utf-8' }))
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [html])
  return address
}
