import type { NextConfig } from 'next';

/** The server of the development machine, whose API `npm run dev` passes requests on to. */
const api = process.env.OMNITRAFFICK_URL ?? 'http://127.0.0.1:8000';

const config: NextConfig = {
  // Rewrites are for development only: the export is served by the same server as the API.
  ...(process.env.NODE_ENV === 'development'
    ? { rewrites: async () => [{ source: '/api/:path*', destination: `${api}/api/:path*` }] }
    : { output: 'export' }),
  trailingSlash: true,
  reactStrictMode: true,
  poweredByHeader: false,
  devIndicators: false,
  // `npm run typecheck` is the one place for that, and takes as long as the build.
  typescript: { ignoreBuildErrors: true },
  experimental: { optimizePackageImports: ['radix-ui', 'lucide-react'] },
};

export default config;
