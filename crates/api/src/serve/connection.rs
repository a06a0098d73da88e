//! One connection: a stream that times out idle clients, and the requests on it.

use std::{
    io::{self, IoSlice},
    pin::{Pin, pin},
    task::{Context, Poll, ready},
    time::Duration,
};

use axum::Router;
use http::{Request, StatusCode};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::TokioIo;
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::TcpStream,
    sync::watch,
    time::{Instant, Sleep},
};
use tower::Service as _;
use tracing::debug;

use super::{
    Limits,
    bare::Bare,
    phase::{Answer, Phase, Shared},
    places::Place,
};

/// The longest head. Hyper's own limit of an address is lower.
const LONGEST_HEAD: usize = 80 * 1024;

/// An accepted connection.
pub(super) struct Connection {
    pub(super) stream: TcpStream,
    pub(super) place: Place,
    pub(super) limits: Limits,
}

impl Connection {
    /// Answers its requests. Once `stops` turns true, only the current one.
    pub(super) async fn serve(self, router: Router, mut stops: watch::Receiver<bool>) {
        let phase = Shared::new();
        let stream = Patient::new(self, phase.clone());
        let service = service_fn(move |request: Request<Incoming>| {
            phase.set(Phase::Busy);
            let phase = phase.clone();
            // A router is always ready.
            let answered = router.clone().call(request);
            async move {
                let response = answered.await?;
                if response.status() == StatusCode::SWITCHING_PROTOCOLS {
                    phase.set(Phase::Upgraded);
                }
                Ok::<_, std::convert::Infallible>(response.map(|body| Answer::new(body, phase)))
            }
        });
        let mut http = http1::Builder::new();
        http.header_read_timeout(None).max_buf_size(LONGEST_HEAD);
        let mut connection = pin!(http.serve_connection(TokioIo::new(stream), service).with_upgrades());
        let stopped = async {
            let _ = stops.wait_for(|stops| *stops).await.map(|_| ());
        };
        let ended = tokio::select! {
            ended = connection.as_mut() => ended,
            () = stopped => {
                connection.as_mut().graceful_shutdown();
                connection.await
            }
        };
        if let Err(error) = ended {
            debug!(%error, "a connection ended early: {error}");
        }
    }
}

/// A stream whose client has to make progress.
struct Patient {
    stream: TcpStream,
    phase: Shared,
    limits: Limits,
    timer: Pin<Box<Sleep>>,
    /// The time since which the client has read nothing of the answer.
    stalled: Option<Instant>,
    /// The rest of the answer that replaces a bare head.
    answer: Vec<u8>,
    /// Set after such an answer: the client may still be sending.
    draining: Option<Instant>,
    /// Released when the connection is closed, also as a WebSocket.
    _place: Place,
}

/// The time that a client with an unreadable request may continue to send, so that it receives the answer.
const DRAINING_TIME: Duration = Duration::from_secs(2);

impl Patient {
    fn new(connection: Connection, phase: Shared) -> Self {
        let Connection { stream, place, limits } = connection;
        let timer = Box::pin(tokio::time::sleep(limits.header_timeout));
        Self { stream, phase, limits, timer, stalled: None, answer: Vec::new(), draining: None, _place: place }
    }

    /// Fails once `deadline` has passed; until then, schedules a wake-up for it.
    fn expire(&mut self, deadline: Instant, context: &mut Context<'_>, what: &str) -> Poll<io::Error> {
        if self.timer.deadline() != deadline {
            self.timer.as_mut().reset(deadline);
        }
        self.timer.as_mut().poll(context).map(|()| io::Error::new(io::ErrorKind::TimedOut, what.to_owned()))
    }

    /// The bare head at the end of a write; none while a request is being answered.
    fn bare(&self, bytes: &[u8]) -> Option<Bare> {
        match self.phase.get() {
            Phase::Idle { .. } | Phase::Head { .. } => Bare::find(bytes),
            Phase::Busy | Phase::Upgraded => None,
        }
    }

    /// Records the result of a write; one that takes too long fails.
    fn written(&mut self, poll: Poll<io::Result<usize>>, context: &mut Context<'_>) -> Poll<io::Result<usize>> {
        if poll.is_ready() {
            self.stalled = None;
            if let Phase::Idle { .. } = self.phase.get() {
                self.phase.set(Phase::Idle { since: Instant::now() });
            }
            return poll;
        }
        let since = *self.stalled.get_or_insert_with(Instant::now);
        self.expire(since + self.limits.idle_timeout, context, "the client reads nothing of its answer").map(Err)
    }

    /// Writes the answer that replaces a bare head.
    fn poll_answer(&mut self, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        while !self.answer.is_empty() {
            let poll = Pin::new(&mut self.stream).poll_write(context, &self.answer);
            let count = ready!(self.written(poll, context))?;
            if count == 0 {
                return Poll::Ready(Err(io::ErrorKind::WriteZero.into()));
            }
            self.answer.drain(..count);
        }
        Poll::Ready(Ok(()))
    }
}

impl AsyncRead for Patient {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let this = &mut *self;
        let before = buffer.filled().len();
        match Pin::new(&mut this.stream).poll_read(context, buffer) {
            Poll::Ready(Ok(())) => {
                if let Phase::Idle { .. } = this.phase.get()
                    && buffer.filled().len() > before
                {
                    this.phase.set(Phase::Head { since: Instant::now() });
                }
            }
            Poll::Ready(Err(error)) => return Poll::Ready(Err(error)),
            Poll::Pending => {
                let (deadline, what) = match this.phase.get() {
                    Phase::Idle { since } => (since + this.limits.idle_timeout, "the connection is idle"),
                    Phase::Head { since } => (since + this.limits.header_timeout, "no request's head arrives"),
                    Phase::Busy => {
                        this.phase.wake_later(context.waker());
                        return Poll::Pending;
                    }
                    Phase::Upgraded => return Poll::Pending,
                };
                return this.expire(deadline, context, what).map(Err);
            }
        }
        // A head that arrives in drops is read, not awaited, so its time is checked here too.
        match this.phase.get() {
            Phase::Head { since } if since.elapsed() > this.limits.header_timeout => {
                Poll::Ready(Err(io::Error::new(io::ErrorKind::TimedOut, "a request's head takes too long")))
            }
            _ => Poll::Ready(Ok(())),
        }
    }
}

impl AsyncWrite for Patient {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let this = &mut *self;
        ready!(this.poll_answer(context))?;
        match this.bare(bytes) {
            Some(bare) if bare.at == 0 => {
                this.answer = bare.answer();
                this.draining = Some(Instant::now() + DRAINING_TIME);
                ready!(this.poll_answer(context))?;
                Poll::Ready(Ok(bytes.len()))
            }
            bare => {
                // The bytes before it are an answer of ours; then only those are written.
                let own = bare.and_then(|bare| bytes.get(..bare.at)).unwrap_or(bytes);
                let poll = Pin::new(&mut this.stream).poll_write(context, own);
                this.written(poll, context)
            }
        }
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let last = slices.iter().rfind(|slice| !slice.is_empty());
        if last.is_some_and(|last| self.bare(last).is_some()) {
            let first = slices.iter().find(|slice| !slice.is_empty()).map_or(&[][..], |slice| slice);
            return self.poll_write(context, first);
        }
        let this = &mut *self;
        ready!(this.poll_answer(context))?;
        let poll = Pin::new(&mut this.stream).poll_write_vectored(context, slices);
        this.written(poll, context)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let this = &mut *self;
        ready!(this.poll_answer(context))?;
        Pin::new(&mut this.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let this = &mut *self;
        ready!(this.poll_answer(context))?;
        ready!(Pin::new(&mut this.stream).poll_shutdown(context))?;
        // If a connection is closed while the client still sends, the client's system discards the answer.
        if let Some(deadline) = this.draining {
            let mut scratch = [0; 4096];
            loop {
                let mut buffer = ReadBuf::new(&mut scratch);
                match Pin::new(&mut this.stream).poll_read(context, &mut buffer) {
                    Poll::Ready(Ok(())) if !buffer.filled().is_empty() && Instant::now() < deadline => {}
                    Poll::Ready(_) => break,
                    Poll::Pending => {
                        let _ = ready!(this.expire(deadline, context, ""));
                        break;
                    }
                }
            }
        }
        Poll::Ready(Ok(()))
    }
}
