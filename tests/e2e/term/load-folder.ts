// Loads the courses in a folder, as npm start loads content/.
import { loadContent } from "@/lib/catalogue/load-content";
import { disconnect } from "@/lib/db/client";

await loadContent({ folder: process.argv[2] });
await disconnect();
