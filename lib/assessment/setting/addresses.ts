import ipaddr from "ipaddr.js";

/** Whether an address is among these addresses and ranges; everyone's is where there are none. An entry that is neither
 *  lets nobody in. */
export function isAllowedFrom(allowed: readonly string[], address: string): boolean {
  if (allowed.length === 0) return true;
  if (!ipaddr.isValid(address)) return false;
  const from = ipaddr.process(address);
  return allowed.some((entry) => {
    if (ipaddr.isValid(entry)) return ipaddr.process(entry).toString() === from.toString();
    if (!ipaddr.isValidCIDR(entry)) return false;
    const [network, bits] = ipaddr.parseCIDR(entry);
    return network.kind() === from.kind() && from.match([network, bits] as never);
  });
}
