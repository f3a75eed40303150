import './pack-frame.css'

/** The page of a pack, which may do nothing but be read: no scripts, no forms, no way to the console around it. */
export const PackFrame = ({ address, title }: { address: string; title: string }) => (
  <iframe className="pack-frame" src={address} title={title} sandbox="" />
)
