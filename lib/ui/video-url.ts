export type VideoAddress =
  | {
      readonly status: "embed";
      readonly src: string;
      readonly watch: string;
      readonly host: string;
    }
  | { readonly status: "refused"; readonly message: string };

/** The hosts a lesson may embed from; the page's Content-Security-Policy allows frames of these alone. */
export const videoHosts = ["https://www.youtube-nocookie.com", "https://player.vimeo.com"] as const;

const takes =
  "Give an https address of a YouTube or Vimeo video, such as https://youtu.be/aircAruvnKk.";

/** Where a video is played from without cookies, and where it can be watched without a frame. The address is
 *  built anew from the video's id, so nothing else of what an author typed reaches the frame. */
export function videoAddress(url: string): VideoAddress {
  if (!URL.canParse(url)) return { status: "refused", message: `“${url}” is no address. ${takes}` };
  const address = new URL(url);
  if (address.protocol !== "https:") {
    return { status: "refused", message: `The video is not on https. ${takes}` };
  }
  const host = address.hostname.replace(/^(www|m)\./, "");
  const youtube = youtubeId(host, address);
  if (youtube) {
    return {
      status: "embed",
      src: `${videoHosts[0]}/embed/${youtube}?autoplay=1&rel=0`,
      watch: `https://www.youtube.com/watch?v=${youtube}`,
      host: "YouTube",
    };
  }
  const vimeo = vimeoId(host, address);
  if (!vimeo) return { status: "refused", message: `No video is known at ${url}. ${takes}` };
  return {
    status: "embed",
    src: `${videoHosts[1]}/video/${vimeo}?autoplay=1&dnt=1`,
    watch: `https://vimeo.com/${vimeo}`,
    host: "Vimeo",
  };
}

function youtubeId(host: string, { pathname, searchParams }: URL): string | undefined {
  const id =
    host === "youtu.be"
      ? pathname.slice(1)
      : host === "youtube.com" && pathname === "/watch"
        ? searchParams.get("v")
        : host === "youtube.com" || host === "youtube-nocookie.com"
          ? /^\/(?:embed|shorts|live)\/([^/]+)$/.exec(pathname)?.[1]
          : undefined;
  return id && /^[\w-]{11}$/.test(id) ? id : undefined;
}

function vimeoId(host: string, { pathname }: URL): string | undefined {
  if (host !== "vimeo.com" && host !== "player.vimeo.com") return undefined;
  return /^\/(?:video\/)?(\d{3,15})$/.exec(pathname)?.[1];
}
