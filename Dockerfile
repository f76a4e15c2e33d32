FROM node:24-bookworm-slim
WORKDIR /app
COPY package.json package-lock.json ./
# The image brings Node itself: neither the platform packages nor the tools of development are needed.
RUN npm ci --omit=dev --omit=optional --no-audit --no-fund && npm cache clean --force
COPY schemas schemas
COPY detectors detectors
COPY services services
RUN mkdir /data && chown node:node /data
USER node
ENV NODE_ENV=production DIANSHAO_DATA=/data DIANSHAO_HOST=0.0.0.0 DIANSHAO_PORT=8080
VOLUME /data
CMD ["node", "--import", "./services/node-guard.js", "--disable-warning=ExperimentalWarning", "services/main.ts", "start"]
