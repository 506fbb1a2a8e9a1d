#!/bin/sh
# 核对这个证据包：每一条事实都在签了名的检查点里，一个字也没有改过。
# 不能核对这一件的事实全不全：最后一条以后的，不论在检查点以前还是以后，整条略去都看不出来。
# 只用 sh 和 openssl（3.0 或更新）。用法：sh verify.sh ['公钥文字']
# 公钥文字是您从别处得到的（台账方用 gongkai checkpoint --public-key 打印），以 gongkai-ledger/ 开头；
# 不给的，只能说明证据包前后一致，不能说明是谁签的。
# 退出码：0 相符，1 不符，2 没有核对，5 公钥不符。

set -u
LC_ALL=C
export LC_ALL
cd "$(dirname "$0")" || exit 2
work=${TMPDIR:-/tmp}/gongkai-evidence.$$
(umask 077 && mkdir "$work") || exit 2
trap 'rm -rf "$work"' EXIT

fail() {
  echo "不符：$1"
  exit 1
}
sha256() { openssl dgst -sha256 -binary; }
base64() { openssl base64 -A; }
# 0 1 2 …，没有多余的字。
whole_number() {
  case $1 in '' | *[!0-9]* | 0?*) return 1 ;; esac
}

for file in note.txt body.txt signature.bin public-key.pem; do
  [ -f "$file" ] || fail "缺少 $file"
done

# 一、检查点：正文由公钥签名；整张检查点就是正文、公钥编号和签名，没有多余的字。
openssl pkeyutl -verify -pubin -inkey public-key.pem -rawin -in body.txt \
  -sigfile signature.bin >/dev/null 2>&1 || fail '检查点的签名'
{ read -r origin && read -r size && read -r root && read -r time && read -r suite; } <body.txt
[ "$suite" = 'suite sha256-ed25519' ] || fail '检查点的算法套件'
whole_number "$size" || fail '检查点的条数'
openssl pkey -pubin -in public-key.pem -outform DER -out "$work/der" 2>/dev/null || fail '公钥'
# 类型 1（Ed25519），再是公钥的 32 个字节。
{ printf '\001' && dd if="$work/der" bs=1 skip=12 2>/dev/null; } >"$work/key"
{ printf '%s\n' "$origin" && cat "$work/key"; } | sha256 | dd bs=1 count=4 2>/dev/null >"$work/id"
{
  cat body.txt
  printf '\n\342\200\224 %s ' "$origin"
  cat "$work/id" signature.bin | base64
  printf '\n'
} >"$work/note"
[ "$(sha256 <"$work/note" | base64)" = "$(sha256 <note.txt | base64)" ] || fail '检查点的内容'
key=$(base64 <"$work/key")
if [ $# -gt 0 ]; then
  case $1 in
  "$origin+"????????"+$key") ;;
  *)
    echo '公钥不符：包里的公钥不是所给的公钥'
    exit 5
    ;;
  esac
fi

# 二、每一条事实：从它的散列顺着证明走到检查点的根（RFC 9162 第 2.1.3.2 节）。
up() {
  at=$((at / 2))
  last=$((last / 2))
}
follow() {
  { printf '\000' && cat "$1"; } | sha256 >"$work/hash"
  { read -r index || [ -n "$index" ]; } <"$2"
  whole_number "$index" || fail "$2 的序号"
  [ "$index" -lt "$size" ] && [ "$index" -gt "$before" ] || fail "$2 的序号"
  at=$index
  last=$((size - 1))
  first=yes
  while read -r line || [ -n "$line" ]; do
    if [ $first = yes ]; then
      first=no
      continue
    fi
    [ "$last" -gt 0 ] || fail "$2 太长"
    printf '%s' "$line" | openssl base64 -d -A >"$work/sibling" 2>/dev/null
    [ "$(base64 <"$work/sibling")" = "$line" ] || fail "$2"
    if [ $((at % 2)) -eq 1 ] || [ "$at" -eq "$last" ]; then
      { printf '\001' && cat "$work/sibling" "$work/hash"; } | sha256 >"$work/node"
      while [ $((at % 2)) -eq 0 ] && [ "$at" -ne 0 ]; do up; done
    else
      { printf '\001' && cat "$work/hash" "$work/sibling"; } | sha256 >"$work/node"
    fi
    mv "$work/node" "$work/hash"
    up
  done <"$2"
  [ "$last" -eq 0 ] && [ "$(base64 <"$work/hash")" = "$root" ] || fail "$1 走不到检查点的根"
  before=$index
}

# 三、它们是同一件的，从第 0 号起不缺：记录的末尾依次是 revision、schema、sealed、stream、type。
before=-1
count=0
case_stream=
for event in events/*; do
  number=$((count + 1))
  while [ ${#number} -lt 4 ]; do number=0$number; done
  [ "$event" = "events/$number.json" ] && [ -f "$event" ] || fail "缺少 events/$number.json"
  [ -f "proofs/$number.txt" ] || fail "缺少 proofs/$number.txt"
  follow "$event" "proofs/$number.txt"
  record=$(cat "$event")
  rest=${record##*\"revision\":}
  [ "${rest%%,*}" = "$count" ] || fail "$event 缺前面的一号"
  rest=${record##*\"stream\":\"}
  stream=${rest%%\",\"type\":*}
  [ "$count" -eq 0 ] || [ "$stream" = "$case_stream" ] || fail "$event 不是同一件的"
  case_stream=$stream
  count=$((count + 1))
done
set -- "$#" proofs/*
[ $(($# - 1)) -eq "$count" ] || fail '证明多于事实'

echo "相符：$case_stream 的 $count 条事实，都在 $origin 的 $size 条之中（${time#time }）。"
echo '注意：这一件还有没有第'" $((count + 1)) "'条，证据包不能证明；要查全，请核对台账本身。'
[ "$1" -gt 0 ] || echo "注意：没有给出公钥，请核对签名的公钥确是台账方的：$key"
