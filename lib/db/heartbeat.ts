import "server-only";
import net from "node:net";
import pg from "pg";
import { DatabaseAway } from "./trouble";

const BEAT = 500;
/** Beats in a row without an answer after which the database counts as away. */
const MISSED = 5;

/** Asks the database twice a second, on a connection of its own, whether it is there. A frozen database closes no
 *  connection, so that queries would wait for ever: after two and a half seconds of silence all sockets made here are
 *  closed with DatabaseAway, and new ones are refused until it answers again. A slow query is another matter: the
 *  database still answers here, and the query may take its time.
 *
 *  It counts beats and not seconds: where this process itself was held up, no beats were missed meanwhile. */
export class Heartbeat {
  readonly #config: pg.ClientConfig;
  readonly #timer = setInterval(() => this.#beat(), BEAT);
  readonly #sockets = new Set<net.Socket>();
  #client: pg.Client | null = null;
  #waiting = false;
  #missed = 0;
  #away = false;

  constructor(config: pg.ClientConfig) {
    this.#config = config;
    this.#timer.unref();
  }

  /** A socket for one of the pool's connections. */
  socket(): net.Socket {
    const socket = new WatchedSocket(() => this.#away);
    this.#sockets.add(socket);
    socket.on("close", () => this.#sockets.delete(socket));
    return socket;
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#drop();
  }

  #beat(): void {
    if (!this.#waiting) void this.#ask();
    else if (++this.#missed >= MISSED) this.#lose();
  }

  async #ask(): Promise<void> {
    this.#waiting = true;
    const client = this.#client ?? this.#connect();
    try {
      if (this.#client !== client) {
        this.#client = client;
        await client.connect();
      }
      await client.query("select 1");
      if (this.#client === client) this.#away = false;
    } catch {
      // A database that is not there at all refuses connections, and queries hear of it by themselves.
      if (this.#client === client) this.#drop();
    }
    this.#waiting = false;
    this.#missed = 0;
  }

  #connect(): pg.Client {
    // It must not keep a process alive that has done its work.
    const stream = () => new net.Socket().unref();
    const client = new pg.Client({ ...this.#config, stream });
    client.on("error", () => {});
    return client;
  }

  #lose(): void {
    this.#away = true;
    for (const socket of this.#sockets) socket.destroy(new DatabaseAway());
    this.#drop();
  }

  #drop(): void {
    this.#client?.connection.stream.destroy();
    this.#client = null;
  }
}

class WatchedSocket extends net.Socket {
  constructor(private readonly refused: () => boolean) {
    super();
  }

  // biome-ignore lint/suspicious/noExplicitAny: Node declares five overloads, and this passes every one on.
  override connect(...args: any[]): this {
    if (this.refused()) return this.destroy(new DatabaseAway());
    return (super.connect as (...all: unknown[]) => this)(...args);
  }
}
