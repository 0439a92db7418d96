# The site behind nginx, without TLS: something in front does that.
FROM node:24-bookworm-slim AS build
WORKDIR /site
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
ARG SITE_URL BASE_PATH=/ PUBLISHER CONTACT SECURITY_TXT_EXPIRES OPENPGP_FINGERPRINT ADVISORIES
# Without it every address in feeds and documents would be that of this machine.
RUN test -n "$SITE_URL" && npm run build

FROM debian:bookworm-slim
RUN apt-get update \
 && apt-get install -y --no-install-recommends nginx libnginx-mod-http-brotli-static \
 && rm -rf /var/lib/apt/lists/* /etc/nginx/sites-enabled/default \
 && ln -sf /dev/stdout /var/log/nginx/access.log \
 && ln -sf /dev/stderr /var/log/nginx/error.log
ARG BASE_PATH=/
COPY --from=build /site/dist /srv/concord/${BASE_PATH}
COPY --from=build /site/dist.hosts/nginx-behind-proxy.conf /etc/nginx/sites-enabled/concord.conf
EXPOSE 80
CMD ["nginx", "-g", "daemon off;"]
