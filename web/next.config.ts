import type { NextConfig } from 'next';

/** The server on the development machine, to which `npm run dev` forwards the API's requests. */
const api = process.env.OMNITRAFFICK_URL ?? 'http://127.0.0.1:8000';

const config: NextConfig = {
  // Rewrites are for development only: the server of the API also serves the export.
  ...(process.env.NODE_ENV === 'development'
    ? { rewrites: async () => [{ source: '/api/:path*', destination: `${api}/api/:path*` }] }
    : { output: 'export' }),
  trailingSlash: true,
  reactStrictMode: true,
  poweredByHeader: false,
  devIndicators: false,
  // `npm run typecheck` does that, and takes as long as the build.
  typescript: { ignoreBuildErrors: true },
  experimental: { optimizePackageImports: ['radix-ui', 'lucide-react'] },
};

export default config;
