//! Keeps one process running, as a service manager does, and carries out orders on it.

use std::{
    fs::File,
    path::{Path, PathBuf},
    process::{ExitStatus, Stdio},
    time::Duration,
};

use tokio::{
    process::{Child, Command},
    sync::{mpsc, oneshot},
    task::JoinHandle,
};

use crate::Result;

/// The time that a process may take to stop; longer than the product's own `shutdown_timeout_s`.
const PATIENCE: Duration = Duration::from_secs(40);
/// The time that the service manager waits before it restarts a process that ended by itself.
const RESTART: Duration = Duration::from_millis(300);

/// An order for a process.
#[derive(Debug)]
enum Order {
    /// Send a signal that ends it, and start it again after a while.
    End { signal: &'static str, down: Duration },
    /// Suspend it for a while.
    Suspend(Duration),
    /// Answer when all earlier orders are finished and the process runs.
    Answer(oneshot::Sender<()>),
}

/// The history of a process and its restarts.
#[derive(Debug, Default)]
pub(crate) struct Story {
    /// The number of ends without an order.
    pub(crate) ended_by_itself: u64,
    /// The process's violations of what a process may do.
    pub(crate) faults: Vec<String>,
}

/// A process that is kept running.
#[derive(Debug)]
pub(crate) struct Keeper {
    orders: mpsc::UnboundedSender<Order>,
    task: JoinHandle<Story>,
}

/// The recipe for each start of a process.
pub(crate) struct Recipe {
    pub(crate) name: String,
    pub(crate) program: PathBuf,
    pub(crate) arguments: Vec<String>,
    pub(crate) environment: Vec<(&'static str, String)>,
    pub(crate) log: PathBuf,
    /// The user and group of the process; by default ours.
    pub(crate) user: Option<(u32, u32)>,
    /// The signal for the end of the run.
    pub(crate) goodbye: &'static str,
}

impl Recipe {
    fn start(&self) -> Result<Child> {
        let log = File::options().create(true).append(true).open(&self.log)?;
        let mut command = Command::new(&self.program);
        command
            .args(&self.arguments)
            .env_clear()
            .envs(self.environment.iter().map(|(name, value)| (*name, value.as_str())))
            .current_dir(self.log.parent().unwrap_or(Path::new("/")))
            .stdin(Stdio::null())
            .stdout(log.try_clone()?)
            .stderr(log)
            .kill_on_drop(true);
        if let Some((user, group)) = self.user {
            command.uid(user).gid(group);
        }
        command.spawn().map_err(|error| format!("{} cannot be started: {error}", self.program.display()).into())
    }
}

impl Keeper {
    /// Starts the process, and keeps it running.
    pub(crate) fn start(recipe: Recipe) -> Result<Self> {
        let child = recipe.start()?;
        let (orders, queue) = mpsc::unbounded_channel();
        Ok(Self { orders, task: tokio::spawn(keep(recipe, child, queue)) })
    }

    /// Ends it with a signal, and starts it again after `down`.
    pub(crate) fn end(&self, signal: &'static str, down: Duration) {
        let _ = self.orders.send(Order::End { signal, down });
    }

    /// Suspends it for `time`.
    pub(crate) fn suspend(&self, time: Duration) {
        let _ = self.orders.send(Order::Suspend(time));
    }

    /// Waits until all orders are finished and the process runs.
    pub(crate) async fn settle(&self) {
        let (done, waits) = oneshot::channel();
        let _ = self.orders.send(Order::Answer(done));
        let _ = waits.await;
    }

    /// Stops it for good.
    pub(crate) async fn stop(self) -> Story {
        drop(self.orders);
        self.task.await.unwrap_or_default()
    }
}

async fn keep(recipe: Recipe, mut child: Child, mut orders: mpsc::UnboundedReceiver<Order>) -> Story {
    let mut story = Story::default();
    loop {
        let order = tokio::select! {
            status = child.wait() => {
                story.ended_by_itself += 1;
                note_panic(&recipe, status.ok(), &mut story);
                tokio::time::sleep(RESTART).await;
                restart(&recipe, &mut child, &mut story).await;
                continue;
            }
            order = orders.recv() => order,
        };
        match order {
            Some(Order::Answer(done)) => {
                let _ = done.send(());
            }
            Some(Order::Suspend(time)) => {
                send(&child, "STOP").await;
                tokio::time::sleep(time).await;
                send(&child, "CONT").await;
            }
            Some(Order::End { signal, down }) => {
                end(&recipe, &mut child, signal, &mut story).await;
                tokio::time::sleep(down).await;
                restart(&recipe, &mut child, &mut story).await;
            }
            None => {
                end(&recipe, &mut child, recipe.goodbye, &mut story).await;
                return story;
            }
        }
    }
}

/// Starts it again, and tries until it succeeds.
async fn restart(recipe: &Recipe, child: &mut Child, story: &mut Story) {
    loop {
        match recipe.start() {
            Ok(started) => {
                *child = started;
                return;
            }
            Err(error) => story.faults.push(error.to_string()),
        }
        tokio::time::sleep(RESTART).await;
    }
}

async fn end(recipe: &Recipe, child: &mut Child, signal: &str, story: &mut Story) {
    send(child, signal).await;
    if let Ok(status) = tokio::time::timeout(PATIENCE, child.wait()).await {
        note_panic(recipe, status.ok(), story);
    } else {
        story.faults.push(format!("{} did not end within {PATIENCE:?} of SIG{signal}", recipe.name));
        let _ = child.kill().await;
    }
}

/// A panic of the main thread ends a Rust program with 101.
fn note_panic(recipe: &Recipe, status: Option<ExitStatus>, story: &mut Story) {
    if status.and_then(|status| status.code()) == Some(101) {
        story.faults.push(format!("{} ended in a panic", recipe.name));
    }
}

async fn send(child: &Child, signal: &str) {
    if let Some(id) = child.id() {
        let _ = Command::new("kill").args([format!("-{signal}"), id.to_string()]).status().await;
    }
}
