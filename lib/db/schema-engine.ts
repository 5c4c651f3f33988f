import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import type { MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm";
import pg from "pg";

let loaded: Promise<typeof SchemaEngine> | undefined;

/** What the package's own entry does for bundlers, done for Node, which does not import .wasm files. Once a process:
 *  the package's code keeps views of the memory it was first given. */
async function load(): Promise<typeof SchemaEngine> {
  const glue = createRequire(import.meta.url).resolve(
    "@prisma/schema-engine-wasm/schema_engine_bg",
  );
  const engine = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const bytes = await readFile(path.join(path.dirname(glue), "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": engine });
  engine.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return engine.SchemaEngine;
}

const INTERNAL_CHAR = 18;
const TEXT = 25;

/** Tells Prisma's adapter that columns of PostgreSQL's internal type "char" are text, and remembers which were. */
class CataloguePool extends pg.Pool {
  /** Columns of the latest result that were "char", by index. */
  chars: number[] = [];

  // biome-ignore lint/suspicious/noExplicitAny: pg declares seven overloads, and this passes every one on.
  override async query(...args: any[]): Promise<any> {
    const result = await (super.query as (...all: unknown[]) => Promise<pg.QueryResult>)(...args);
    const fields = result.fields ?? [];
    this.chars = fields.flatMap((field, index) =>
      field.dataTypeID === INTERNAL_CHAR ? [index] : [],
    );
    for (const index of this.chars) fields[index]!.dataTypeID = TEXT;
    return result;
  }
}

/** The adapter does not know "char", which the engine asks for when it describes a database
 *  (github.com/prisma/orm/issues/27403). The engine sends one query at a time, so the pool's latest result is the
 *  one at hand. */
class CatalogueAdapter extends PrismaPg {
  constructor(private readonly catalogue: CataloguePool) {
    super(catalogue);
  }

  override async connect() {
    const adapter = await super.connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query);
      for (const index of this.catalogue.chars)
        result.columnTypes[index] = ColumnTypeEnum.Character;
      return result;
    };
    return adapter;
  }
}

/** Gives `use` Prisma's schema engine on the database at `url`. It is WebAssembly from npm, since the engine that
 *  Prisma's own command would use has to be downloaded. `schema` is needed to compare, not to migrate. */
export async function withSchemaEngine<T>(
  url: string,
  schema: string | null,
  use: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  const pool = new CataloguePool({ connectionString: url });
  const adapter = bindMigrationAwareSqlAdapterFactory(new CatalogueAdapter(pool));
  const datamodels: [string, string][] | undefined =
    schema === null ? undefined : [["schema.prisma", schema]];
  loaded ??= load();
  try {
    return await use(await (await loaded).new({ datamodels }, () => {}, adapter));
  } finally {
    await pool.end();
  }
}

export type Migration = { name: string; sql: string };

/** The migrations as the engine wants to be told of them. */
export function migrationList(baseDir: string, migrations: readonly Migration[]): MigrationList {
  return {
    baseDir,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
    })),
  };
}
