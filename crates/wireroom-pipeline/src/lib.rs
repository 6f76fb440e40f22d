//! wireroom-pipeline: see ARCHITECTURE.md.
