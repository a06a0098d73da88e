//! Media types by file name.

/// The media type of a file, and true if it is worth compressing.
pub(crate) fn kind(path: &str) -> (&'static str, bool) {
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
    match extension {
        "html" => ("text/html; charset=utf-8", true),
        "js" | "mjs" => ("text/javascript; charset=utf-8", true),
        "css" => ("text/css; charset=utf-8", true),
        "txt" => ("text/plain; charset=utf-8", true),
        "json" | "map" => ("application/json", true),
        "webmanifest" => ("application/manifest+json", true),
        "xml" => ("application/xml", true),
        "svg" => ("image/svg+xml", true),
        "wasm" => ("application/wasm", true),
        "ico" => ("image/x-icon", true),
        "png" => ("image/png", false),
        "jpg" | "jpeg" => ("image/jpeg", false),
        "webp" => ("image/webp", false),
        "avif" => ("image/avif", false),
        "woff2" => ("font/woff2", false),
        "woff" => ("font/woff", false),
        _ => ("application/octet-stream", false),
    }
}

#[cfg(test)]
mod tests {
    use super::kind;

    #[test]
    fn the_last_extension_tells() {
        assert_eq!(kind("a.b/__next.campaigns.__PAGE__.txt"), ("text/plain; charset=utf-8", true));
        assert_eq!(kind("_next/static/media/geist.woff2"), ("font/woff2", false));
        assert_eq!(kind("LICENSE"), ("application/octet-stream", false));
    }
}
