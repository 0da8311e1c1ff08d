/** For mini-browsers of phones: nothing loads, nothing runs. */
export const style =
  `*{box-sizing:border-box}body{margin:0;background:#eef1f4;color:#1c1f23;font:18px/1.65 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;overflow-wrap:break-word}a{color:#14509c}
header.top{background:#a8191e;color:#fff;padding:18px 20px 16px;border-bottom:3px solid #d9a441}header.top div,main,form div{max-width:560px;margin:0 auto}header.top h1{margin:0;font-size:22px;line-height:1.4}header.top p{margin:2px 0 0;font-size:15px}
main{padding:14px 14px 28px}.login main{padding-bottom:150px}h3.s{margin:6px 4px 10px;font-size:16px;color:#565d66;font-weight:600}h3.s.u{color:#a8191e}
a.c{display:block;background:#fff;border-radius:12px;padding:14px 16px 12px;margin:0 0 12px;color:inherit;text-decoration:none;border:1px solid #dfe3e8}a.c.u{border:2px solid #a8191e;background:#fff5f4}a.c h2{margin:0 0 6px;font-size:19px;line-height:1.45}a.c p{margin:0 0 4px;color:#3f464e;font-size:17px}a.c small{color:#565d66;font-size:14px}
b.t{display:inline-block;font-size:14px;font-weight:600;line-height:1.5;border-radius:4px;padding:0 7px;margin-right:8px;background:#e3e7ec;color:#2f353c;vertical-align:2px}.u b.t{background:#a8191e;color:#fff}
.more{display:block;text-align:center;padding:12px;margin:0 0 12px;font-size:17px}form{position:fixed;left:0;right:0;bottom:0;background:#fff;padding:14px 16px calc(14px + env(safe-area-inset-bottom));box-shadow:0 -1px 8px #0003}
button{width:100%;min-height:54px;border:0;border-radius:12px;background:#14509c;color:#fff;font-family:inherit;font-size:21px;font-weight:600}form p{margin:8px 0 0;font-size:14px;color:#565d66;text-align:center}img.i{position:absolute;width:1px;height:1px;opacity:0}
.back{display:inline-block;padding:10px 4px 14px;font-size:17px}.text{background:#fff;border-radius:12px;padding:20px 18px}.text h1{font-size:23px;line-height:1.5;margin:0 0 14px}.text h2{font-size:20px;margin:24px 0 8px}.text h3,.text h4,.text h5{font-size:18px;margin:20px 0 6px}.text p{margin:0 0 12px}
.text .align-center{text-align:center}.text .align-right{text-align:right}.text table{border-collapse:collapse;width:100%;font-size:16px;margin:0 0 16px}.text .table{overflow-x:auto}.text th,.text td{border:1px solid #dfe3e8;padding:6px 9px;text-align:left;vertical-align:top}.text th{background:#f5f7f9;font-weight:600}.document-header caption{position:absolute;left:-9999px}.document-header th{width:5.5em}
.text img{max-width:100%;height:auto}.text figure{margin:16px 0;text-align:center}.text figcaption{font-size:15px;color:#565d66}.text aside,.gone{border-left:5px solid #c9761a;background:#fff5e6;padding:10px 14px;margin:0 0 16px}.text aside p,.gone p{margin:2px 0 0}.gone{border-color:#a8191e;background:#fdefef}
.text dl{margin:0 0 16px;padding:4px 14px;background:#f5f7f9;border-radius:8px}.text dl div{display:flex;gap:12px;padding:6px 0}.text dt{flex:none;width:4.6em;color:#565d66}.text dd{margin:0}address{font-style:normal}.text ul,.text ol{padding-left:1.6em}.foot{color:#565d66;font-size:15px;margin:16px 4px}`.replaceAll(
    '\n',
    '',
  );
