// A thread that works on texts while they are written, so that the one that serves is free.
import { answerTasks } from "@/lib/authoring/threads/answer-tasks";
import { tasks } from "./work";

answerTasks(tasks);
