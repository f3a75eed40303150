import path from 'node:path'
import { AssetHashType, DockerImage } from 'aws-cdk-lib'
import { Code } from 'aws-cdk-lib/aws-lambda'
import { buildSync } from 'esbuild'
import { useProject } from 'sst/project.js'

/** Bundles `functions/<name>.ts` with all it imports, the AWS SDK included, into one ES module. */
const bundle = (name: string, folder: string) =>
  buildSync({
    absWorkingDir: useProject().paths.root,
    entryPoints: [`functions/${name}.ts`],
    outfile: path.join(folder, 'index.mjs'),
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    minify: true,
    sourcemap: 'linked',
    sourcesContent: false,
    logLevel: 'warning',
    // CommonJS packages inside an ES module call `require` for what Node brings along.
    banner: { js: "import { createRequire } from 'node:module';const require = createRequire(import.meta.url);" },
  })

/** The code of a function as a CDK asset. The context `aws:cdk:bundling-stacks: []` leaves the bundling out, for quick tests. */
export const bundledCode = (name: string) =>
  Code.fromAsset(path.join(useProject().paths.root, 'functions'), {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      image: DockerImage.fromRegistry('never-pulled'),
      // Tells the functions apart in CDK's cache of assets.
      command: [name],
      local: {
        tryBundle: (folder) => {
          bundle(name, folder)
          return true
        },
      },
    },
  })
