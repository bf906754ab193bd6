/** Serves `dist` with the headers of `headers.json`, on a port of its own, for the tests. */

import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const www = fileURLToPath(new URL("..", import.meta.url));
export const headers = JSON.parse(readFileSync(join(www, "headers.json"), "utf8"));

/** The media type by the end of a name. */
const typeOf = (name) => headers.types[extname(name).slice(1)] ?? "application/octet-stream";

/**
 * @param {{ pages?: Record<string, string>, policy?: (policy: string) => string }} options
 *   extra pages by path, and a change to the page's policy
 */
export async function serve({ pages = {}, policy = (text) => text } = {}) {
  const page = { ...headers.page };
  page["Content-Security-Policy"] = policy(page["Content-Security-Policy"]);
  /** Every request that reached the server, by path. */
  const requests = [];
  const server = createServer((request, response) => {
    const path = new URL(request.url, "http://localhost").pathname;
    requests.push(path);
    const own = path.endsWith("-worker.js") ? headers.worker : page;
    const send = (status, type) => response.writeHead(status, { ...own, "Content-Type": type });
    if (Object.hasOwn(pages, path)) {
      send(200, headers.types.html).end(pages[path]);
      return;
    }
    const file = normalize(join(www, "dist", path.endsWith("/") ? `${path}index.html` : path));
    if (!file.startsWith(join(www, "dist")) || !existsSync(file) || !statSync(file).isFile()) {
      send(404, "text/plain").end("not found");
      return;
    }
    send(200, typeOf(file));
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    requests,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
