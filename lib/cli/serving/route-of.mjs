import { readFileSync } from "node:fs";
import path from "node:path";
import { root } from "../files.mjs";

/** Gives the function that tells the route an address belongs to, such as /sections/[section]: a log keeps neither who
 *  was asked for nor what strangers type after the host's name. */
export function routesOfBuild() {
  const file = path.join(root, ".next/routes-manifest.json");
  const { staticRoutes, dynamicRoutes } = JSON.parse(readFileSync(file, "utf8"));
  const routes = [...staticRoutes, ...dynamicRoutes].map(({ page, regex }) => ({
    page,
    regex: new RegExp(regex),
  }));
  return (url) => {
    const [address] = url.split("?");
    return routes.find(({ regex }) => regex.test(address))?.page ?? "no route";
  };
}
