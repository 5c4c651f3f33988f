import ipaddr from "ipaddr.js";

/** Whom an address stands for: itself, or the network of 2^64 addresses that one customer is given in IPv6. What is no
 *  address is left as it is. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const read = ipaddr.process(address);
  if (read.kind() === "ipv4") return read.toString();
  return `${read.toNormalizedString().split(":").slice(0, 4).join(":")}::/64`;
}
