// A thread that reads, looks at and checks whole courses, so that the one that serves is free.
import { answerTasks } from "@/lib/authoring/threads/answer-tasks";
import { tasks } from "./work";

answerTasks(tasks);
