ARG NODE_VERSION=24.21.0
FROM node:${NODE_VERSION}-bookworm-slim AS modules
WORKDIR /app
COPY package.json package-lock.json ./
# The image brings Node itself: neither the platform packages nor the tools of development are needed.
RUN npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund \
 && find node_modules -name '*.map' -delete

FROM node:${NODE_VERSION}-bookworm-slim AS console
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --include=dev --ignore-scripts --no-audit --no-fund
COPY tsconfig.json ./
COPY services/console services/console
RUN node services/console/build.js

FROM node:${NODE_VERSION}-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production DIANSHAO_DATA=/data DIANSHAO_HOST=0.0.0.0 DIANSHAO_PORT=8080
RUN mkdir /data && chown node:node /data
COPY --from=modules /app/node_modules node_modules
COPY package.json ./
COPY schemas schemas
COPY detectors detectors
COPY services services
COPY --from=console /app/services/console/dist services/console/dist
USER node
VOLUME /data
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.DIANSHAO_PORT}/healthz`).then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--import", "./services/node-guard.js", "--disable-warning=ExperimentalWarning", "services/main.ts", "start"]
