//! The log goes to stderr, so that a command's output can be piped.

use std::io::{self, IsTerminal};

use tracing::Subscriber;
use tracing_subscriber::{
    fmt::{self, MakeWriter},
    layer::{Layer, SubscriberExt},
    registry,
    util::SubscriberInitExt,
};

use crate::config::{Format, Log};

/// Starts the log of this process. A second call changes nothing.
pub(crate) fn start(log: &Log) {
    // See https://no-color.org: set and not empty means no.
    let wants_color = std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let color = wants_color && io::stderr().is_terminal();
    // It fails only if there is a log already.
    let _ = subscriber(log, io::stderr, color).try_init();
}

fn subscriber<W>(log: &Log, writer: W, color: bool) -> impl Subscriber + Send + Sync + use<W>
where
    W: for<'a> MakeWriter<'a> + Send + Sync + 'static,
{
    let lines = match log.format {
        Format::Pretty => fmt::layer().with_writer(OneLine(writer)).with_ansi(color).with_target(false).boxed(),
        Format::Json => fmt::layer()
            .with_writer(writer)
            .json()
            .flatten_event(true)
            .with_current_span(true)
            .with_span_list(false)
            .boxed(),
    };
    registry().with(lines.with_filter(log.filter.clone()))
}

/// Writes each event as one line: a platform's or a person's text may contain line breaks, and the rest would look like
/// a line of our own. (JSON escapes them anyway.)
struct OneLine<W>(W);

impl<'a, W: MakeWriter<'a>> MakeWriter<'a> for OneLine<W> {
    type Writer = OneLine<W::Writer>;

    fn make_writer(&'a self) -> Self::Writer {
        OneLine(self.0.make_writer())
    }
}

impl<W: io::Write> io::Write for OneLine<W> {
    /// Receives a whole event.
    fn write(&mut self, event: &[u8]) -> io::Result<usize> {
        let (line, end) = match event {
            [line @ .., b'\n'] => (line, &b"\n"[..]),
            line => (line, &b""[..]),
        };
        if line.iter().any(|byte| matches!(byte, b'\n' | b'\r')) {
            let mut escaped = Vec::with_capacity(line.len() + 16);
            for byte in line {
                match byte {
                    b'\n' => escaped.extend_from_slice(b"\\n"),
                    b'\r' => escaped.extend_from_slice(b"\\r"),
                    byte => escaped.push(*byte),
                }
            }
            escaped.extend_from_slice(end);
            self.0.write_all(&escaped)?;
        } else {
            self.0.write_all(event)?;
        }
        Ok(event.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use tracing::{debug, info, subscriber::with_default};
    use tracing_subscriber::filter::{LevelFilter, Targets};

    use super::*;

    #[derive(Clone, Default)]
    struct Lines(Arc<Mutex<Vec<u8>>>);

    impl io::Write for Lines {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().unwrap().write(bytes)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    fn logged(format: Format) -> String {
        logged_by(format, || {
            info!(ticket.id = 7, "ticket 7 is live");
            debug!("not at this level");
        })
    }

    fn logged_by(format: Format, events: impl FnOnce()) -> String {
        let lines = Lines::default();
        let log = Log { format, filter: Targets::new().with_default(LevelFilter::INFO) };
        let writer = lines.clone();
        with_default(subscriber(&log, move || writer.clone(), false), events);
        String::from_utf8(lines.0.lock().unwrap().clone()).unwrap()
    }

    #[test]
    fn json_is_one_object_a_line() {
        let text = logged(Format::Json);
        assert_eq!(text.lines().count(), 1);
        let line: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!((line["message"].as_str(), line["ticket.id"].as_i64()), (Some("ticket 7 is live"), Some(7)));
        assert_eq!((line["level"].as_str(), line["target"].is_string()), (Some("INFO"), true));
    }

    #[test]
    fn an_event_is_always_one_line() {
        for format in [Format::Pretty, Format::Json] {
            let text = logged_by(format, || info!(answer = "b\r\nINFO forged", "deployment 7 failed: a\nERROR forged"));
            assert_eq!(text.lines().count(), 1, "{text:?}");
            assert!(text.contains("failed: a\\nERROR forged") && text.ends_with('\n'), "{text:?}");
        }
    }

    #[test]
    fn pretty_is_a_sentence_with_fields() {
        let text = logged(Format::Pretty);
        assert!(text.ends_with("INFO ticket 7 is live ticket.id=7\n"), "{text:?}");
    }
}
