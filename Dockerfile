# The build: everything that is needed to make the product, none of which runs in production.
FROM node:20.20-bookworm-slim AS build
WORKDIR /chart
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev
COPY index.html vite.config.ts tsconfig.json ./
COPY public public
COPY src src
COPY server server
COPY tests/scenarios tests/scenarios
RUN npm run build && npm prune --omit=dev

# What runs: the build, its production packages, an account without rights, and no shell script of ours.
FROM node:20.20-bookworm-slim
WORKDIR /chart
COPY --from=build --chown=root:root /chart/package.json ./
COPY --from=build --chown=root:root /chart/node_modules node_modules
COPY --from=build --chown=root:root /chart/dist dist
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080
USER node
EXPOSE 8080
HEALTHCHECK --interval=5s --timeout=3s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:8080/api/ready').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
CMD ["node", "dist/server/main.js"]
