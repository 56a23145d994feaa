#!/bin/sh
# Installs recto @VERSION@ into ~/.local/bin, or into the folder that RECTO_BIN names.
set -eu

version=@VERSION@
from=${RECTO_FROM:-@DOWNLOADS@}
bin=${RECTO_BIN:-$HOME/.local/bin}

fail() {
  echo "recto is not installed: $1" >&2
  exit 1
}

case "$(uname -s)" in
Linux) system=linux ;;
Darwin) system=darwin ;;
*) fail "there is no program for $(uname -s); \`cargo install recto\` compiles one" ;;
esac
case "$(uname -m)" in
x86_64 | amd64) processor=x64 ;;
aarch64 | arm64) processor=arm64 ;;
*) fail "there is no program for $(uname -m); \`cargo install recto\` compiles one" ;;
esac

name=recto-$version-$system-$processor
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
for file in "$name.tar.gz" SHA256SUMS; do
  curl --fail --silent --show-error --location --output "$file" "$from/$file" || fail "$from/$file cannot be fetched"
done
grep " $name.tar.gz\$" SHA256SUMS >sum || fail "SHA256SUMS does not name $name.tar.gz"
if command -v sha256sum >/dev/null; then
  sha256sum --check --status sum || fail "$name.tar.gz is not what SHA256SUMS says"
else
  shasum --algorithm 256 --check --status sum || fail "$name.tar.gz is not what SHA256SUMS says"
fi
tar -xzf "$name.tar.gz"
mkdir -p "$bin"
cp "$name/recto" "$bin/recto"
echo "recto $version is $bin/recto"
case ":$PATH:" in
*":$bin:"*) ;;
*) echo "Add $bin to PATH." ;;
esac
